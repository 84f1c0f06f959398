package io.jointlending.support.wiring;

import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.job.Job;
import io.jointlending.support.ops.ExportedContracts;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.usage.CallCounts;
import io.jointlending.support.usage.CallPurge;
import io.jointlending.support.usage.CallUsage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often each contract method is called. */
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
    CallUsage callUsage(SidePool side, ProviderProperties properties) {
        return new CallUsage(properties.application(), side.session());
    }

    @Bean
    Job callPurge(SqlSessionTemplate session) {
        return new CallPurge(session);
    }
}
