package io.jointlending.channel;

import io.jointlending.api.channel.AgentService;
import io.jointlending.api.loan.BorrowerOrderService;
import io.jointlending.channel.acquisition.AcquisitionChannels;
import io.jointlending.channel.agent.AgentRpc;
import io.jointlending.channel.agent.Agents;
import io.jointlending.channel.agent.CustomerOrders;
import io.jointlending.channel.agent.remote.RemoteOrders;
import io.jointlending.channel.audit.AuditLog;
import io.jointlending.channel.console.remote.RemoteContracts;
import io.jointlending.channel.iam.Users;
import io.jointlending.support.idempotency.IdempotentCommands;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Customer managers. */
@Configuration(proxyBeanMethods = false)
class AgentWiring {
    @Bean
    CustomerOrders customerOrders(RemoteContracts remote) {
        return new RemoteOrders(() -> remote.of(BorrowerOrderService.class));
    }

    @Bean
    @DubboService(version = "1.0.0")
    AgentService agentService(
            SqlSession session,
            AcquisitionChannels channels,
            Users users,
            AuditLog audit,
            CustomerOrders orders,
            IdempotentCommands commands) {
        return new AgentRpc(new Agents(session), channels, users, audit, orders, commands);
    }
}
