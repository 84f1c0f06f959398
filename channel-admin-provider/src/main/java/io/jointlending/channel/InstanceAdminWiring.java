package io.jointlending.channel;

import io.jointlending.api.ops.InstanceAdminService;
import io.jointlending.api.ops.InstanceService;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.console.remote.RemoteContracts;
import io.jointlending.channel.instance.InstanceAdminRpc;
import io.jointlending.channel.instance.remote.InstanceNodes;
import io.jointlending.channel.registry.remote.ZooKeeperRegistries;
import io.jointlending.support.rpc.LocalDoor;
import io.jointlending.support.tx.Transactions;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.dubbo.rpc.model.ModuleModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes of the platform. */
@Configuration(proxyBeanMethods = false)
class InstanceAdminWiring {
    @Bean
    ZooKeeperRegistries zooKeeperRegistries(ModuleModel module) {
        return new ZooKeeperRegistries(module.getApplicationModel());
    }

    @Bean
    @DubboService(version = "1.0.0")
    InstanceAdminService instanceAdminService(
            ZooKeeperRegistries registries, RemoteContracts remote, AuditLog audit, Transactions transactions) {
        return new InstanceAdminRpc(
                new InstanceNodes(registries),
                (instance, command) -> LocalDoor.safely(
                        () -> remote.at(InstanceService.class, instance.application(), instance.address(), command)),
                audit,
                transactions);
    }
}
