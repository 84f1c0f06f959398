package io.jointlending.support.start;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.support.consume.Subscription;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.tx.Transactions;
import io.jointlending.support.wiring.SupportWiring;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A small provider: a sweeper that tells a message every second, and a subscription that hears it. */
@Configuration(proxyBeanMethods = false)
@Import(SupportWiring.class)
class SampleProvider {
    private static final String TYPE = "SampleTold";

    public static void main(String[] args) {
        ProviderLauncher.run(SampleProvider.class, args);
    }

    @Bean
    Sweeper teller(Transactions transactions, Outbox outbox) {
        AtomicInteger told = new AtomicInteger();
        String run = "run-" + System.currentTimeMillis();
        return new Sweeper("teller", Duration.ofSeconds(1), () -> {
            String key = run + '-' + told.incrementAndGet();
            transactions.inTransaction(() -> outbox.add(
                    new OutboxMessage(MessageTypes.TOPIC_CHANNEL_ADMIN, TYPE, key, null, new RequestNoQuery(key))));
            return 0;
        });
    }

    @Bean
    MessageType told() {
        return MessageType.of(MessageTypes.TOPIC_CHANNEL_ADMIN, TYPE);
    }

    @Bean
    Subscription<RequestNoQuery> listener() {
        return new Subscription<>(
                MessageTypes.TOPIC_CHANNEL_ADMIN, TYPE, "sample-listener", RequestNoQuery.class, (body, context) -> {});
    }
}
