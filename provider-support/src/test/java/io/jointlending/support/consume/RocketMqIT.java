package io.jointlending.support.consume;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.Eventually;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxExpiry;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.outbox.RocketMqTransport;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RocketMqIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TOPIC = "channel-admin";

    private static @Nullable SchemaFixture shared;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final List<String> handled = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void make_the_schema() {
        shared = SchemaFixture.create("channel_admin");
    }

    @AfterAll
    static void drop_the_schema() {
        schema().close();
    }

    @AfterEach
    void close_all() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void a_committed_message_reaches_every_group_once() {
        String nameServer = DevStackProcess.shared(Component.BROKER).property("rocketmq.namesrv");
        Outbox outbox = producer(nameServer);
        consumers(
                nameServer,
                subscription("one", (body, context) -> handled.add("one " + body.requestNo())),
                subscription("two", (body, context) -> handled.add("two " + body.requestNo())));
        for (int i = 0; i < 50; i++) {
            add(outbox, "k-" + i);
        }
        Eventually.within(LIMIT, "both groups have all", () -> handled.size() >= 100);

        assertThat(handled).hasSize(100).doesNotHaveDuplicates();
        Eventually.within(LIMIT, "all marked", () -> count("mq_outbox WHERE status = 2 AND tag = '" + run + "'") == 50);
        assertThat(count("mq_consume_log WHERE consumer_group LIKE '%" + run + "'"))
                .isEqualTo(100);
    }

    @Test
    void a_message_that_is_too_early_comes_again_within_seconds() {
        String nameServer = DevStackProcess.shared(Component.BROKER).property("rocketmq.namesrv");
        AtomicInteger tries = new AtomicInteger();
        Outbox outbox = producer(nameServer);
        consumers(nameServer, subscription("early", (body, context) -> {
            if (tries.incrementAndGet() < 3) {
                throw new NotYet("try " + tries);
            }
            handled.add(body.requestNo());
        }));
        add(outbox, "k-1");

        Eventually.within(LIMIT, "handled at the third delivery", () -> handled.size() == 1);
        assertThat(tries).hasValue(3);
    }

    @Test
    void a_group_that_cannot_start_is_tried_again_until_it_can() throws Exception {
        String nameServer = DevStackProcess.shared(Component.BROKER).property("rocketmq.namesrv");
        // one process cannot have two consumers of a group: the first one is in the way for as long as it lives
        DefaultMQPushConsumer first = client(nameServer).consumer(group("late"));
        first.subscribe(TOPIC, "none");
        first.setMessageListener(
                (MessageListenerConcurrently) (messages, context) -> ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
        first.start();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Consumers.class);
        logger.addAppender(log);
        open.add(() -> logger.detachAppender(log));
        Outbox outbox = producer(nameServer);
        consumers(nameServer, subscription("late", (body, context) -> handled.add(body.requestNo())));
        Eventually.within(LIMIT, "refused once", () -> log.list.stream()
                .anyMatch(line -> line.getFormattedMessage().contains(group("late") + " is tried again")));

        first.shutdown();
        add(outbox, "k-1");

        Eventually.within(LIMIT, "handled by the group that is tried again", () -> handled.contains("k-1"));
    }

    @Test
    void paused_consumers_finish_what_they_do_and_resumed_ones_get_the_rest() throws Exception {
        String nameServer = DevStackProcess.shared(Component.BROKER).property("rocketmq.namesrv");
        Outbox outbox = producer(nameServer);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Consumers consumers = consumers(nameServer, subscription("paused", (body, context) -> {
            running.countDown();
            try {
                assertThat(finish.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException("a handler was interrupted", e);
            }
            handled.add(body.requestNo());
        }));
        add(outbox, "first");
        assertThat(running.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        consumers.pause();
        assertThat(consumers.quiet()).isFalse();
        finish.countDown();
        Eventually.within(LIMIT, "quiet", consumers::quiet);
        assertThat(handled).containsExactly("first");
        for (int i = 0; i < 10; i++) {
            add(outbox, "later-" + i);
        }
        Eventually.within(LIMIT, "all sent", () -> count("mq_outbox WHERE status = 2 AND tag = '" + run + "'") == 11);
        assertThat(handled).containsExactly("first");

        consumers.resume();
        Eventually.within(LIMIT, "the rest is handled", () -> handled.size() >= 11);
        assertThat(handled).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void while_the_broker_is_dead_business_goes_on_and_afterwards_everything_arrives() {
        Path directory = Path.of("target", "broker-outage").toAbsolutePath();
        try (DevStackProcess stack = DevStackProcess.start(
                directory, DevStackProcess.Options.of(Component.BROKER).asFresh())) {
            String nameServer = stack.property("rocketmq.namesrv");
            Outbox outbox = producer(nameServer);
            consumers(nameServer, subscription("outage", (body, context) -> handled.add(body.requestNo())));
            add(outbox, "before");
            Eventually.within(LIMIT, "works", () -> handled.contains("before"));

            stack.kill(Component.BROKER);
            for (int i = 0; i < 30; i++) {
                add(outbox, "during-" + i);
            }
            Eventually.within(LIMIT, "it was tried in vain", () -> count("mq_outbox WHERE last_error IS NOT NULL") > 0);
            assertThat(count("mq_outbox WHERE attempts > 0")).isZero();
            stack.start(Component.BROKER);

            Eventually.within(LIMIT, "everything handled", () -> handled.size() == 31);
            assertThat(handled).doesNotHaveDuplicates();
            Eventually.within(LIMIT, "everything marked", () -> count("mq_outbox WHERE status <> 2") == 0);
            assertThat(count("mq_outbox WHERE attempts > 0")).isZero();
            close_all();
            open.clear();
        } catch (Exception e) { // of closing
            throw new IllegalStateException(e);
        }
    }

    private static SchemaFixture schema() {
        if (shared == null) {
            throw new IllegalStateException("not made");
        }
        return shared;
    }

    private Outbox producer(String nameServer) {
        RocketMqClient client = new RocketMqClient(nameServer, "", "", "producer-" + run);
        MessageRegistry types = MessageRegistry.of(List.of(MessageType.of(TOPIC, run)));
        OutboxRelay relay = new OutboxRelay(
                schema().transactions(),
                schema().session(),
                "it",
                new RocketMqTransport(client, "it-" + run),
                new OutboxExpiry(schema().transactions(), schema().session(), types),
                new SimpleMeterRegistry());
        relay.start();
        open.add(relay);
        return Outbox.stored(schema().dataSource(), schema().session(), types, relay);
    }

    private Consumers consumers(String nameServer, Subscription<?>... subscriptions) {
        Inbox inbox = new Inbox(schema().transactions(), schema().session(), 16);
        Consumers consumers =
                new Consumers(List.of(subscriptions), client(nameServer), inbox, new SimpleMeterRegistry(), 4);
        consumers.start();
        open.add(0, consumers);
        return consumers;
    }

    private Subscription<RequestNoQuery> subscription(String group, MessageHandler<RequestNoQuery> handler) {
        return new Subscription<>(TOPIC, run, group(group), RequestNoQuery.class, handler);
    }

    private RocketMqClient client(String nameServer) {
        return new RocketMqClient(nameServer, "", "", "consumer-" + run);
    }

    private String group(String name) {
        return "it-" + name + "-" + run;
    }

    private void add(Outbox outbox, String note) {
        schema().transactions()
                .inTransaction(() ->
                        outbox.add(new OutboxMessage(TOPIC, run, run + "-" + note, null, new RequestNoQuery(note))));
    }

    private static long count(String condition) {
        return schema().number("SELECT COUNT(*) FROM " + condition);
    }
}
