package io.jointlending.channel;

import io.jointlending.api.channel.RpcUsageService;
import io.jointlending.api.ops.OpsService;
import io.jointlending.channel.console.remote.RemoteContracts;
import io.jointlending.channel.registry.remote.ZooKeeperRegistries;
import io.jointlending.channel.usage.RpcUsageRpc;
import io.jointlending.channel.usage.remote.Registry;
import io.jointlending.support.config.ProviderProperties;
import org.apache.dubbo.config.annotation.DubboService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which contract methods are in use. */
@Configuration(proxyBeanMethods = false)
class RpcUsageWiring {
    @Bean
    @DubboService(version = "1.0.0")
    RpcUsageService rpcUsageService(
            ZooKeeperRegistries registries, ProviderProperties properties, OpsService own, RemoteContracts remote) {
        return new RpcUsageRpc(
                new Registry(registries),
                application ->
                        application.equals(properties.application()) ? own : remote.of(OpsService.class, application));
    }
}
