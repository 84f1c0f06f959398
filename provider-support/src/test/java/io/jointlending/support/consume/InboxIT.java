package io.jointlending.support.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.json.Json;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class InboxIT {
    private static final int MAX_ATTEMPTS = 3;

    private static @Nullable SchemaFixture shared;

    private final Inbox inbox = new Inbox(schema().transactions(), schema().session(), MAX_ATTEMPTS);
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    static void make_the_schema() {
        shared = SchemaFixture.create("loan");
        schema().execute("CREATE TABLE effect (id BIGINT AUTO_INCREMENT PRIMARY KEY, note VARCHAR(100))");
    }

    @AfterAll
    static void drop_the_schema() {
        schema().close();
    }

    @BeforeEach
    void empty_tables() {
        schema().execute("DELETE FROM mq_consume_log");
        schema().execute("DELETE FROM mq_dead_letter");
        schema().execute("DELETE FROM effect");
        schema().execute("DELETE FROM alarm");
    }

    @Test
    void a_message_is_consumed_once_however_often_it_comes() {
        assertThat(receive("k-1", "one", 0)).isEqualTo(Verdict.DONE);
        assertThat(receive("k-1", "one", 1)).isEqualTo(Verdict.DUPLICATE);

        assertThat(effects()).containsExactly("one");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void another_group_consumes_it_too() {
        receive("k-1", "one", 0);
        Subscription<RequestNoQuery> other =
                new Subscription<>("loan", "Test", "other-group", RequestNoQuery.class, this::effect);

        assertThat(inbox.receive(other, message("k-1", "one", 0))).isEqualTo(Verdict.DONE);
        assertThat(effects()).hasSize(2);
    }

    @Test
    void what_has_no_effect_is_acknowledged_and_not_remembered() {
        AtomicBoolean concerns = new AtomicBoolean();
        Subscription<RequestNoQuery> sometimes =
                new Subscription<>("loan", "Test", "group", RequestNoQuery.class, body -> concerns.get(), this::effect);

        assertThat(inbox.receive(sometimes, message("k-1", "one", 0))).isEqualTo(Verdict.NO_CONCERN);
        assertThat(effects()).isEmpty();
        concerns.set(true);
        assertThat(inbox.receive(sometimes, message("k-1", "one", 0))).isEqualTo(Verdict.DONE);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void what_cannot_be_judged_comes_again() {
        Subscription<RequestNoQuery> failing = new Subscription<>(
                "loan",
                "Test",
                "group",
                RequestNoQuery.class,
                body -> {
                    throw new IllegalStateException("cannot be judged");
                },
                this::effect);

        assertThat(inbox.receive(failing, message("k-1", "one", 0))).isEqualTo(Verdict.FAILED);
        assertThat(effects()).isEmpty();
    }

    @Test
    void keys_differ_by_case() {
        assertThat(receive("k-a", "one", 0)).isEqualTo(Verdict.DONE);
        assertThat(receive("K-A", "two", 0)).isEqualTo(Verdict.DONE);
    }

    @Test
    void a_consumed_message_that_comes_with_another_body_is_put_before_a_person() {
        receive("k-1", "one", 0);

        assertThat(receive("k-1", "two", 0)).isEqualTo(Verdict.DEAD);
        assertThat(effects()).containsExactly("one");
        assertThat(deadLetters()).containsExactly("group k-1 BODY_CHANGED");
    }

    @Test
    void an_unreadable_message_is_put_before_a_person() {
        ReceivedMessage nonsense =
                new ReceivedMessage("loan", "Test", "k-1", "nonsense".getBytes(StandardCharsets.UTF_8), null, 0);

        assertThat(inbox.receive(subscription(this::effect), nonsense)).isEqualTo(Verdict.DEAD);
        assertThat(deadLetters()).containsExactly("group k-1 UNREADABLE");
        assertThat(schema().texts("SELECT CAST(body AS CHAR) FROM mq_dead_letter"))
                .containsExactly("nonsense");
    }

    @Test
    void a_refused_message_leaves_nothing_but_its_dead_letter() {
        MessageHandler<RequestNoQuery> refusing = (body, context) -> {
            effect(body, context);
            throw new Refusal(ErrorCodes.ORDER_STATE, "order is 50", null);
        };

        assertThat(inbox.receive(subscription(refusing), message("k-1", "one", 0)))
                .isEqualTo(Verdict.DEAD);
        assertThat(effects()).isEmpty();
        assertThat(schema().number("SELECT COUNT(*) FROM mq_consume_log")).isZero();
        assertThat(deadLetters()).containsExactly("group k-1 REFUSED");

        assertThat(receive("k-1", "one", 0)).as("replayed by an operator").isEqualTo(Verdict.DONE);
    }

    @Test
    void what_is_only_unavailable_comes_again_however_often() {
        MessageHandler<RequestNoQuery> waiting = (body, context) -> {
            effect(body, context);
            throw new Refusal(ErrorCodes.PROVIDER_UNAVAILABLE, null);
        };

        assertThat(inbox.receive(subscription(waiting), message("k-1", "one", 500)))
                .isEqualTo(Verdict.UNAVAILABLE);
        assertThat(effects()).isEmpty();
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void a_message_that_is_too_early_comes_again_and_then_has_its_effect() {
        MessageHandler<RequestNoQuery> early = (body, context) -> {
            throw new NotYet("the ledger is not open");
        };

        assertThat(inbox.receive(subscription(early), message("k-1", "one", 0))).isEqualTo(Verdict.NOT_YET);
        assertThat(receive("k-1", "one", 1)).isEqualTo(Verdict.DONE);
        assertThat(inbox.receive(subscription(early), message("k-2", "one", MAX_ATTEMPTS * 20)))
                .as("but not for ever")
                .isEqualTo(Verdict.DEAD);
    }

    @Test
    void a_message_that_fails_by_itself_is_put_before_a_person_after_its_last_attempt() {
        MessageHandler<RequestNoQuery> broken = (body, context) -> {
            throw new IllegalStateException("expected by the test");
        };

        assertThat(inbox.receive(subscription(broken), message("k-1", "one", 0)))
                .isEqualTo(Verdict.FAILED);
        assertThat(inbox.receive(subscription(broken), message("k-1", "one", 1)))
                .isEqualTo(Verdict.FAILED);
        assertThat(inbox.receive(subscription(broken), message("k-1", "one", 2)))
                .isEqualTo(Verdict.DEAD);
        assertThat(deadLetters()).containsExactly("group k-1 ATTEMPTS");
        assertThat(schema().texts("SELECT CONCAT(alarm_code, ' ', subject_key, ' ', occurrences) FROM alarm"))
                .containsExactly("DEAD_LETTER group:k-1 1");
    }

    @Test
    void copies_that_arrive_together_have_one_effect() {
        CountDownLatch start = new CountDownLatch(1);
        MessageHandler<RequestNoQuery> slow = (body, context) -> {
            effect(body, context);
            pause(200);
        };
        List<CompletableFuture<Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            verdicts.add(CompletableFuture.supplyAsync(() -> {
                awaitStart(start);
                return inbox.receive(subscription(slow), message("k-1", "one", 0));
            }));
        }
        start.countDown();

        assertThat(verdicts.stream()
                        .map(verdict -> verdict.orTimeout(30, TimeUnit.SECONDS).join())
                        .filter(Verdict.DONE::equals))
                .hasSize(1);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void when_the_first_of_several_copies_fails_one_of_the_others_has_the_effect() {
        CountDownLatch start = new CountDownLatch(1);
        MessageHandler<RequestNoQuery> firstFails = (body, context) -> {
            boolean first = runs.get() == 0;
            effect(body, context);
            pause(200);
            if (first) {
                throw new NotYet("expected by the test");
            }
        };
        List<CompletableFuture<Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            verdicts.add(CompletableFuture.supplyAsync(() -> {
                awaitStart(start);
                return inbox.receive(subscription(firstFails), message("k-1", "one", 0));
            }));
        }
        start.countDown();

        List<Verdict> told = verdicts.stream()
                .map(verdict -> verdict.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
        assertThat(told).containsOnlyOnce(Verdict.DONE).doesNotContain(Verdict.DEAD, Verdict.FAILED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void the_handler_works_for_the_trace_of_the_sender() {
        TraceParent sender = TraceParent.start();
        List<String> seen = new ArrayList<>();
        MessageHandler<RequestNoQuery> looking = (body, context) -> {
            TraceParent current = CurrentTrace.get();
            seen.add(current == null ? "" : current.traceId());
            seen.add(String.valueOf(context.traceparent()));
        };
        ReceivedMessage message = new ReceivedMessage("loan", "Test", "k-1", body("one"), sender.header(), 0);

        inbox.receive(subscription(looking), message);

        assertThat(seen).containsExactly(sender.traceId(), sender.header());
    }

    private static SchemaFixture schema() {
        if (shared == null) {
            throw new IllegalStateException("not made");
        }
        return shared;
    }

    private Verdict receive(String key, String note, int redeliveries) {
        return inbox.receive(subscription(this::effect), message(key, note, redeliveries));
    }

    private static Subscription<RequestNoQuery> subscription(MessageHandler<RequestNoQuery> handler) {
        return new Subscription<>("loan", "Test", "group", RequestNoQuery.class, handler);
    }

    private static ReceivedMessage message(String key, String note, int redeliveries) {
        return new ReceivedMessage("loan", "Test", key, body(note), null, redeliveries);
    }

    private static byte[] body(String note) {
        return Json.bytes(new RequestNoQuery(note));
    }

    private void effect(RequestNoQuery body, MessageContext context) {
        runs.incrementAndGet();
        new JdbcTemplate(schema().dataSource()).update("INSERT INTO effect (note) VALUES (?)", body.requestNo());
    }

    private static List<String> effects() {
        return schema().texts("SELECT note FROM effect ORDER BY id");
    }

    private static List<String> deadLetters() {
        return schema().texts("SELECT CONCAT(consumer_group, ' ', msg_key, ' ', reason) FROM mq_dead_letter");
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            if (!start.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not started");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds the transaction open, so that the others certainly wait for it. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
