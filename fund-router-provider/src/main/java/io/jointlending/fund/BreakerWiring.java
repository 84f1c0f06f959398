package io.jointlending.fund;

import io.jointlending.api.fund.FundBreakerService;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.breaker.BreakerSwitches;
import io.jointlending.fund.breaker.FundBreakerRpc;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.guard.Breakers;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.lang.management.ManagementFactory;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object graph of the breakers that persons hold. */
@Configuration(proxyBeanMethods = false)
class BreakerWiring {
    @Bean
    BreakerSwitches breakerSwitches(SqlSession session) {
        return new BreakerSwitches(session);
    }

    @Bean
    @DubboService(version = "1.0.0")
    FundBreakerService fundBreakerService(
            IdempotentCommands commands,
            BreakerSwitches switches,
            Breakers breakers,
            PublishedDefinitions published,
            FundAudit audit) {
        String instance = ManagementFactory.getRuntimeMXBean().getName();
        return new FundBreakerRpc(commands, switches, breakers, published, audit, instance);
    }
}
