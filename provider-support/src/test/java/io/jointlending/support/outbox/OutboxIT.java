package io.jointlending.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import io.jointlending.support.Eventually;
import io.jointlending.support.json.Json;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String CLAIM = OutboxMapper.CLAIM.replace("#{limit}", "10");

    private static @Nullable SchemaFixture shared;

    private final InMemoryTransport transport = new InMemoryTransport();
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final Outbox outbox = Outbox.stored(schema().dataSource(), schema().session(), relay("one", transport));

    @BeforeAll
    static void make_the_schema() {
        shared = SchemaFixture.create("loan");
    }

    @AfterAll
    static void drop_the_schema() {
        schema().close();
    }

    @BeforeEach
    void empty_tables() {
        schema().execute("DELETE FROM mq_outbox");
        schema().execute("DELETE FROM mq_dead_letter");
    }

    @AfterEach
    void stop_relays() {
        relays.forEach(OutboxRelay::close);
        transport.close();
    }

    @Test
    void outside_a_transaction_nothing_can_be_added() {
        assertThatThrownBy(() -> outbox.add(message("k-1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("k-1");
        try (SchemaFixture other = SchemaFixture.create("channel_admin")) {
            assertThatThrownBy(() -> other.transactions().inTransaction(() -> outbox.add(message("k-1"))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("data source");
        }
        assertThat(schema().number("SELECT COUNT(*) FROM mq_outbox")).isZero();
    }

    @Test
    void what_is_committed_is_delivered_with_its_trace_and_marked() {
        relays.get(0).start();
        TraceParent trace = TraceParent.start();
        CurrentTrace.set(trace);
        try {
            add("k-1");
        } finally {
            CurrentTrace.set(null);
        }

        Eventually.within(LIMIT, "marked", () -> count("status = 2") == 1);
        assertThat(transport.keys()).containsExactly("k-1");
        OutgoingMessage message = transport.delivered().get(0);
        assertThat(message.topic()).isEqualTo("loan");
        assertThat(message.tag()).isEqualTo("Test");
        assertThat(message.headers().get("traceparent")).contains(trace.traceId());
        assertThat(Json.read(message.body(), RequestNoQuery.class)).isEqualTo(new RequestNoQuery("k-1"));
        assertThat(schema().texts("SELECT broker_msg_id FROM mq_outbox")).containsExactly("id-k-1");
    }

    @Test
    void what_is_rolled_back_was_never_there() {
        relays.get(0).start();
        assertThatThrownBy(() -> schema().transactions().inTransaction(() -> {
                    outbox.add(message("k-1"));
                    throw new IllegalArgumentException("business rule");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        add("k-2");

        Eventually.within(LIMIT, "the next one delivered", () -> count("status = 2") == 1);
        assertThat(transport.keys()).containsExactly("k-2");
        assertThat(schema().number("SELECT COUNT(*) FROM mq_outbox")).isOne();
    }

    @Test
    void many_messages_are_each_delivered_once() {
        relays.get(0).start();
        for (int i = 0; i < 100; i++) {
            int tx = i;
            schema().transactions().inTransaction(() -> {
                for (int m = 0; m < 10; m++) {
                    outbox.add(message("k-" + tx + "-" + m));
                }
            });
        }

        Eventually.within(LIMIT, "all marked", () -> count("status = 2") == 1_000);
        assertThat(transport.keys()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void while_it_is_paused_messages_wait_in_the_table_and_then_they_leave() {
        OutboxRelay relay = relays.get(0);
        relay.start();
        add("k-1");
        relay.pause();
        Eventually.within(LIMIT, "what was under way is sent and marked", relay::quiet);
        assertThat(count("status = 2")).isOne();
        add("k-2");
        schema().execute("UPDATE mq_outbox SET next_at = NOW(3) WHERE status = 0");
        assertThat(relay.quiet()).isTrue();
        assertThat(transport.keys()).containsExactly("k-1");

        relay.resume();
        Eventually.within(LIMIT, "the other one left too", () -> count("status = 2") == 2);
        assertThat(transport.keys()).containsExactly("k-1", "k-2");
    }

    @Test
    void an_outage_of_the_broker_burns_no_attempts_and_loses_nothing() {
        transport.mode(InMemoryTransport.Mode.DOWN);
        relays.get(0).start();
        for (int i = 0; i < 20; i++) {
            add("k-" + i);
        }
        Eventually.within(LIMIT, "the gate opens and probes", () -> transport.tries() >= 5);
        int tries = transport.tries();
        schema().execute("UPDATE mq_outbox SET next_at = NOW(3)");
        assertThat(transport.tries()).as("one a second while the gate is open").isLessThan(tries + 5);
        assertThat(count("status = 0 AND attempts = 0")).isEqualTo(20);

        transport.mode(InMemoryTransport.Mode.UP);

        Eventually.within(LIMIT, "all delivered", () -> count("status = 2") == 20);
        assertThat(new TreeSet<>(transport.keys())).hasSize(20);
        assertThat(count("attempts > 0")).isZero();
    }

    @Test
    void a_message_that_the_broker_refuses_dies_after_its_last_attempt() {
        transport.mode(InMemoryTransport.Mode.REFUSING);
        relays.get(0).start();
        add("k-1");
        Eventually.within(LIMIT, "first attempt", () -> count("status = 0 AND attempts = 1") == 1);
        assertThat(schema().number("SELECT TIMESTAMPDIFF(SECOND, NOW(3), next_at) FROM mq_outbox"))
                .isBetween(3L, 6L);

        schema().execute("UPDATE mq_outbox SET max_attempts = 2, next_at = NOW(3)");

        Eventually.within(LIMIT, "dead", () -> count("status = 3 AND attempts = 2") == 1);
        assertThat(schema().texts("SELECT CONCAT(source, ' ', msg_key, ' ', reason, ' ', detail) FROM mq_dead_letter"))
                .containsExactly("OUTBOX k-1 ATTEMPTS message illegal");
    }

    @Test
    void a_weakly_stored_message_is_sent_again_three_times_and_then_believed() {
        transport.mode(InMemoryTransport.Mode.WEAK);
        relays.get(0).start();
        add("k-1");
        for (int attempt = 1; attempt <= OutboxTable.WEAK_ATTEMPTS; attempt++) {
            int expected = attempt;
            Eventually.within(LIMIT, "attempt " + attempt, () -> count("attempts = " + expected) == 1);
            schema().execute("UPDATE mq_outbox SET next_at = NOW(3)");
        }
        Eventually.within(LIMIT, "believed", () -> count("status = 2") == 1);
    }

    @Test
    void messages_of_a_dead_instance_are_sent_by_another_once_their_lease_has_ended() {
        add("k-1"); // its relay is never started: the process died after the commit
        InMemoryTransport second = new InMemoryTransport();
        relay("two", second).start();
        assertThat(schema().number("SELECT TIMESTAMPDIFF(SECOND, NOW(3), next_at) FROM mq_outbox"))
                .isBetween(7L, 10L);

        schema().execute("UPDATE mq_outbox SET next_at = NOW(3)"); // ten seconds later

        Eventually.within(LIMIT, "sent by the other", () -> count("status = 2 AND claimed_by = 'two'") == 1);
        assertThat(second.keys()).containsExactly("k-1");
        second.close();
    }

    @Test
    void two_sweepers_share_a_backlog_without_sending_anything_twice() {
        fill(2_000);
        InMemoryTransport second = new InMemoryTransport();
        OutboxRelay other = relay("two", second);
        relays.get(0).start();
        other.start();

        Eventually.within(LIMIT, "all sent", () -> count("status = 2") == 2_000);
        List<String> all = new ArrayList<>(transport.keys());
        all.addAll(second.keys());
        assertThat(all).hasSize(2_000).doesNotHaveDuplicates();
        second.close();
    }

    @Test
    void messages_of_one_key_leave_in_order_and_a_dead_one_holds_back_its_successors() {
        relays.get(0).start();
        for (int i = 0; i < 5; i++) {
            addOrdered("a-" + i, "order-a");
        }
        Eventually.within(LIMIT, "all sent", () -> count("status = 2") == 5);
        assertThat(transport.keys()).containsExactly("a-0", "a-1", "a-2", "a-3", "a-4");

        transport.mode(InMemoryTransport.Mode.REFUSING);
        addOrdered("b-0", "order-b");
        Eventually.within(LIMIT, "refused", () -> count("msg_key = 'b-0' AND attempts = 1") == 1);
        schema().execute("UPDATE mq_outbox SET max_attempts = 2, next_at = NOW(3) WHERE msg_key = 'b-0'");
        Eventually.within(LIMIT, "dead", () -> count("msg_key = 'b-0' AND status = 3") == 1);
        transport.mode(InMemoryTransport.Mode.UP);
        addOrdered("b-1", "order-b");
        addOrdered("c-0", "order-c");

        Eventually.within(LIMIT, "the other key goes on", () -> transport.keys().contains("c-0"));
        assertThat(transport.keys()).doesNotContain("b-1");
    }

    @Test
    void an_expired_message_is_not_sent() {
        fill(1);
        schema().execute("UPDATE mq_outbox SET expire_at = NOW(3) - INTERVAL 1 SECOND");
        relays.get(0).start();

        Eventually.within(LIMIT, "expired", () -> count("status = 4") == 1);
        assertThat(transport.delivered()).isEmpty();
    }

    @Test
    void too_large_a_body_and_an_unusable_key_are_refused() {
        String large = "x".repeat(512 * 1024);
        assertThatThrownBy(() -> schema().transactions()
                        .inTransaction(() ->
                                outbox.add(new OutboxMessage("loan", "Test", "k-1", null, new RequestNoQuery(large)))))
                .hasMessageContaining("524");
        assertThatThrownBy(() -> schema().transactions().inTransaction(() -> outbox.add(message("two words"))))
                .hasMessageContaining("key");
    }

    @Test
    void the_claim_reads_the_index_in_order_without_sorting() throws SQLException {
        fill(2_000);
        schema().execute("ANALYZE TABLE mq_outbox");
        try (Connection connection = schema().open();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN " + CLAIM)) {
            assertThat(plan.next()).isTrue();
            assertThat(plan.getString("key")).isEqualTo("idx_due");
            assertThat(plan.getString("Extra")).doesNotContainIgnoringCase("filesort");
        }
    }

    @Test
    void two_sessions_claim_different_rows_at_the_same_time() throws SQLException {
        fill(100);
        try (Connection one = schema().open();
                Connection two = schema().open()) {
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            Set<Long> first = ids(one);
            Set<Long> second = ids(two);
            assertThat(first).hasSize(10);
            assertThat(second).hasSize(10).doesNotContainAnyElementsOf(first);
            one.rollback();
            two.rollback();
        }
    }

    @Test
    void a_successor_is_not_claimed_while_its_locked_head_is_being_claimed() throws SQLException {
        for (int i = 0; i < 3; i++) {
            addOrdered("a-" + i, "order-a");
        }
        try (Connection one = schema().open();
                Connection two = schema().open()) {
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            assertThat(ids(one)).hasSize(1);
            assertThat(ids(two)).isEmpty();
            one.rollback();
            two.rollback();
        }
    }

    private static SchemaFixture schema() {
        if (shared == null) {
            throw new IllegalStateException("not made");
        }
        return shared;
    }

    private OutboxRelay relay(String instance, InMemoryTransport to) {
        OutboxRelay relay =
                new OutboxRelay(schema().transactions(), schema().session(), instance, to, new SimpleMeterRegistry());
        relays.add(relay);
        return relay;
    }

    private void add(String key) {
        schema().transactions().inTransaction(() -> outbox.add(message(key)));
    }

    private void addOrdered(String key, String orderKey) {
        schema().transactions()
                .inTransaction(
                        () -> outbox.add(new OutboxMessage("loan", "Test", key, orderKey, new RequestNoQuery(key))));
    }

    private static OutboxMessage message(String key) {
        return new OutboxMessage("loan", "Test", key, null, new RequestNoQuery(key));
    }

    /** Due rows as other instances left them. */
    private static void fill(int rows) {
        List<String> values = IntStream.range(0, rows)
                .mapToObj(i -> "('f-" + i + "', 'Test', 'loan', 'Test', '{}', '{}', NOW(3))")
                .toList();
        schema().execute("INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, headers, body, next_at) VALUES "
                + String.join(",", values));
    }

    private static long count(String condition) {
        return schema().number("SELECT COUNT(*) FROM mq_outbox WHERE " + condition);
    }

    private static Set<Long> ids(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CLAIM)) {
            Set<Long> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getLong("id"));
            }
            return ids;
        }
    }
}
