package io.jointlending.fund.guard;

import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.task.PoolSize;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.ibatis.session.SqlSession;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object graph of what stands before institutions. */
@Configuration(proxyBeanMethods = false)
public class GuardWiring {
    private static final Duration ROUND = Duration.ofSeconds(2);

    /** As long as the database may hold up a step between its admission and its call. */
    private static final Duration MARGIN = Duration.ofSeconds(45);

    private static final String INSTANCE = ManagementFactory.getRuntimeMXBean().getName();

    @Bean
    Instances fundInstances(RedissonClient redis, @Value("${jl.fund.instances:1}") int least) {
        return new Instances(redis, INSTANCE, least);
    }

    @Bean
    CallGate callGate(RedissonClient redis, Instances instances) {
        return new CallGate(redis, instances, MARGIN);
    }

    @Bean(destroyMethod = "close")
    Breakers breakers(ProviderProperties properties) {
        return new Breakers(Path.of(properties.home(), "logs", "sentinel"));
    }

    @Bean
    ChannelHealth channelHealth(Breakers breakers, RedissonClient redis) {
        return new ChannelHealth(breakers, redis, INSTANCE);
    }

    /** Without hours of institutions every channel is open at all times. */
    @Bean
    Guards guards(CallGate gate, Breakers breakers, ObjectProvider<OpeningHours> hours, MeterRegistry meters) {
        OpeningHours known = hours.getIfAvailable(() -> OpeningHours.ALWAYS);
        return new Guards(gate, breakers, known, meters);
    }

    @Bean(destroyMethod = "close")
    ChannelPools channelPools(MeterRegistry meters) {
        return new ChannelPools(PoolSize.atMost(Integer.MAX_VALUE), meters);
    }

    @Bean
    GuardWatch guardWatch(
            CallGate gate,
            Breakers breakers,
            ChannelHealth health,
            Instances instances,
            Transactions transactions,
            SqlSession session,
            MeterRegistry meters) {
        return new GuardWatch(gate, breakers, health, instances, transactions, new Alarms(session), INSTANCE, meters);
    }

    @Bean
    Sweeper guardSweeper(GuardWatch watch) {
        return new Sweeper("fund-guard", ROUND, watch::round);
    }
}
