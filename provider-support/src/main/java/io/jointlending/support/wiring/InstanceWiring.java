package io.jointlending.support.wiring;

import io.jointlending.api.ops.InstanceService;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.instance.AgentDoor;
import io.jointlending.support.instance.InstanceNode;
import io.jointlending.support.instance.InstanceRpc;
import io.jointlending.support.ops.ExportedContracts;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This process as others see it: that it is there, and how it is taken out of the registry and put back. */
@Configuration(proxyBeanMethods = false)
class InstanceWiring {
    @Bean(initMethod = "start", destroyMethod = "close")
    InstanceNode instanceNode(ModuleModel module, ProviderProperties properties) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        InstanceNode.Identity process = new InstanceNode.Identity(
                properties.application(),
                InstanceName.of(properties.dubbo().port()),
                LocalDateTime.ofInstant(Instant.ofEpochMilli(runtime.getStartTime()), ZoneOffset.UTC),
                agent().isPresent());
        return new InstanceNode(module.getApplicationModel(), process, ExportedContracts::exported);
    }

    @Bean
    @DubboService(version = "1.0.0", group = "${jl.application}")
    InstanceService instanceService(InstanceNode node, ProviderProperties properties, Clock clock) {
        return new InstanceRpc(InstanceName.of(properties.dubbo().port()), agent(), node, clock);
    }

    private static Optional<AgentDoor> agent() {
        return AgentDoor.of(
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                Path.of(System.getProperty("user.home", ".")));
    }
}
