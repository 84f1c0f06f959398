package io.jointlending.support.wiring;

import io.jointlending.api.ops.OpsService;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.job.Job;
import io.jointlending.support.ops.ExportedContracts;
import io.jointlending.support.ops.OpsRpc;
import io.jointlending.support.outbox.OutboxBacklog;
import io.jointlending.support.sql.StatementTimes;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.usage.CallCounts;
import io.jointlending.support.usage.CallPurge;
import io.jointlending.support.usage.CallUsage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.dubbo.config.annotation.DubboService;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an instance says of itself: how often each contract method is called, and what the statements take. */
@Configuration(proxyBeanMethods = false)
class UsageWiring {
    private static final Duration STORED_EVERY = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close") // when Dubbo has finished its calls
    CallCounts callCounts(SidePool side, MeterRegistry meters) {
        return new CallCounts(side.transactions(), side.session(), meters, ExportedContracts::methods);
    }

    @Bean(destroyMethod = "close")
    Sweeper callCounting(CallCounts counts) {
        return new Sweeper("call-counts", STORED_EVERY, counts::store);
    }

    @Bean
    StatementTimes statementTimes(Clock clock) {
        return new StatementTimes(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Bean
    CallUsage callUsage(SidePool side, ProviderProperties properties) {
        return new CallUsage(properties.application(), side.session());
    }

    @Bean
    Job callPurge(SqlSessionTemplate session) {
        return new CallPurge(session);
    }

    @Bean
    @DubboService(version = "1.0.0", group = "${jl.application}")
    OpsService opsService(
            ProviderProperties properties,
            SidePool side,
            BusinessCalendar calendar,
            OutboxBacklog backlog,
            MeterRegistry meters,
            CallUsage usage,
            StatementTimes times) {
        String instance = InstanceName.of(properties.dubbo().port());
        return new OpsRpc(
                properties.application(), instance, side.dataSource(), calendar, backlog, meters, usage, times);
    }
}
