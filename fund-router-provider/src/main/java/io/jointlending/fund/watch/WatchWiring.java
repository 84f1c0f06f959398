package io.jointlending.fund.watch;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.exchange.callback.CallbackDoor;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.ibatis.session.SqlSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The object graph of the monitors. */
@Configuration(proxyBeanMethods = false)
public class WatchWiring {
    private static final Duration ROUND = Duration.ofMinutes(1);

    @Bean
    Watch taskWatch(
            Transactions transactions,
            SqlSession session,
            PublishedDefinitions published,
            CallbackDoor door,
            MeterRegistry meters) {
        return Monitors.overTasks(
                transactions,
                session,
                () -> published.channels().stream()
                        .flatMap(channel -> published.activeFlows(channel.channel()).stream())
                        .toList(),
                door::refused,
                meters);
    }

    @Bean
    Sweeper watchSweeper(Watch taskWatch) {
        return new Sweeper("fund-watch", ROUND, taskWatch::round);
    }
}
