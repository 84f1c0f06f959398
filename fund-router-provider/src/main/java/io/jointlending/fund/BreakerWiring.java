package io.jointlending.fund;

import io.jointlending.api.fund.FundBreakerService;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.breaker.BreakerSwitches;
import io.jointlending.fund.breaker.FundBreakerRpc;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.guard.Breakers;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.task.Sweeper;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object graph of the breakers that persons hold. */
@Configuration(proxyBeanMethods = false)
class BreakerWiring {
    private static final Duration ROUND = Duration.ofSeconds(2);

    @Bean
    BreakerSwitches breakerSwitches(SqlSession session) {
        return new BreakerSwitches(session);
    }

    /** What persons hold comes to every instance; apart from the watch of the guards, which goes on without a database. */
    @Bean
    Sweeper heldBreakers(BreakerSwitches switches, Breakers breakers) {
        return new Sweeper("fund-held-breakers", ROUND, () -> {
            breakers.hold(switches.now());
            return 0;
        });
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
