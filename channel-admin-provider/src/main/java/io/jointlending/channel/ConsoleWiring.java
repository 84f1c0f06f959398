package io.jointlending.channel;

import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.channel.AcquisitionChannelService;
import io.jointlending.api.channel.AgentService;
import io.jointlending.api.channel.AuditQueryService;
import io.jointlending.api.channel.ChannelQueryService;
import io.jointlending.api.channel.FundChannelService;
import io.jointlending.api.channel.RpcUsageService;
import io.jointlending.api.iam.IamAuthService;
import io.jointlending.api.iam.IamQueryService;
import io.jointlending.api.ops.InstanceAdminService;
import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.api.ops.OpsService;
import io.jointlending.channel.console.ConsolePages;
import io.jointlending.channel.console.ConsoleProperties;
import io.jointlending.channel.console.ConsoleServer;
import io.jointlending.channel.console.OwnContracts;
import io.jointlending.channel.console.remote.RemoteContracts;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.rpc.CallGuard;
import io.jointlending.support.rpc.LocalDoor;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The console. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
class ConsoleWiring {
    @Bean
    RemoteContracts remoteContracts(ModuleModel module) {
        return new RemoteContracts(module);
    }

    @Bean
    OwnContracts ownContracts(
            CallGuard guard,
            ProviderProperties properties,
            IamAuthService auth,
            ApprovalService approvals,
            ChannelQueryService channels,
            FundChannelService fundChannels,
            IamQueryService people,
            AuditQueryService audit,
            MessageAdminService messages,
            OpsService ops,
            RpcUsageService usage,
            InstanceAdminService instances,
            AcquisitionChannelService acquisition,
            AgentService agents) {
        LocalDoor door = new LocalDoor(guard, properties.application());
        return new OwnContracts(
                door.to(IamAuthService.class, auth),
                door.to(ApprovalService.class, approvals),
                door.to(ChannelQueryService.class, channels),
                door.to(FundChannelService.class, fundChannels),
                door.to(IamQueryService.class, people),
                door.to(AuditQueryService.class, audit),
                door.to(MessageAdminService.class, messages),
                door.to(OpsService.class, ops),
                door.to(RpcUsageService.class, usage),
                door.to(InstanceAdminService.class, instances),
                door.to(AcquisitionChannelService.class, acquisition),
                door.to(AgentService.class, agents));
    }

    @Bean
    ConsoleServer consoleServer(
            ConsoleProperties console, ProviderProperties properties, OwnContracts own, RemoteContracts remote) {
        return new ConsoleServer(console, properties.application(), own.auth(), new ConsolePages(own, remote));
    }
}
