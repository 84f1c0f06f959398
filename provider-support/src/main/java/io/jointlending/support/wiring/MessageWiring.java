package io.jointlending.support.wiring;

import io.jointlending.api.ops.MessageAdminService;
import io.jointlending.support.alarm.AlarmCourier;
import io.jointlending.support.alarm.AlarmSink;
import io.jointlending.support.alarm.LogSink;
import io.jointlending.support.alarm.WebhookSink;
import io.jointlending.support.config.ProviderProperties;
import io.jointlending.support.consume.Consumers;
import io.jointlending.support.consume.Inbox;
import io.jointlending.support.consume.InboxRedelivery;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.job.Job;
import io.jointlending.support.message.MessageAdminRpc;
import io.jointlending.support.message.MessagePurge;
import io.jointlending.support.message.Retention;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.tx.Transactions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.dubbo.config.annotation.DubboService;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages in operation: alarms, administration, purge. */
@Configuration(proxyBeanMethods = false)
class MessageWiring {
    private static final Duration ALARM_IDLE = Duration.ofSeconds(2);

    @Bean
    AlarmCourier alarmCourier(SidePool side, ProviderProperties properties) {
        String address = properties.alarm().webhook();
        Optional<AlarmSink> webhook = address.isBlank()
                ? Optional.empty()
                : Optional.of(new WebhookSink(URI.create(address), properties.application()));
        return new AlarmCourier(side.transactions(), side.session(), new LogSink(), webhook);
    }

    @Bean(destroyMethod = "close")
    Sweeper alarms(AlarmCourier courier) {
        return new Sweeper("alarms", ALARM_IDLE, courier::deliver);
    }

    @Bean
    Job messagePurge(SqlSessionTemplate session, ProviderProperties properties) {
        ProviderProperties.Retention kept = properties.retention();
        return new MessagePurge(
                session,
                new Retention(
                        kept.sentDays(),
                        kept.consumedDays(),
                        kept.commandDays(),
                        kept.jobDays(),
                        kept.alarmDays(),
                        kept.auditDays()));
    }

    @Bean
    @DubboService(version = "1.0.0", group = "${jl.application}")
    MessageAdminService messageAdminService(
            Transactions transactions,
            SqlSessionTemplate session,
            IdempotentCommands commands,
            Consumers consumers,
            Inbox inbox,
            OutboxRelay relay) {
        return new MessageAdminRpc(transactions, session, commands, new InboxRedelivery(consumers, inbox), relay::wake);
    }
}
