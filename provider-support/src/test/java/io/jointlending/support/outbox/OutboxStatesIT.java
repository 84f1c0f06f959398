package io.jointlending.support.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.ops.ResolveMessageRequest;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.message.MessageAdminRpc;
import io.jointlending.support.message.Redelivery;
import io.jointlending.support.outbox.OutboxTable.Settled;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that can move a message, at the same time and on the same few rows. A trigger writes down every move. */
class OutboxStatesIT {
    private static final long SEED = 20261129;
    private static final int THREADS = 6;
    private static final int WINDOWS = 12; // all threads work on the same few rows, then on the next few
    private static final int ROWS_PER_WINDOW = 4;
    private static final int MOVES_PER_WINDOW = 15;
    private static final byte[] BODY = {'{', '}'};

    /** Pending ends once; what is dead or expired is opened again or given up by an operator only. */
    private static final Set<String> ALLOWED =
            Set.of("0 2", "0 3", "0 4", "0 5", "3 0 operator", "4 0 operator", "3 5 operator", "4 5 operator");

    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");

    private final MessageRegistry types = MessageRegistry.of(List.of(MessageType.of("channel-admin", "Test")));
    private final OutboxTable table = new OutboxTable(SCHEMA.transactions(), SCHEMA.session(), "it");
    private final OutboxExpiry expiry = new OutboxExpiry(SCHEMA.transactions(), SCHEMA.session(), types);
    private final Outbox outbox = Outbox.stored(SCHEMA.dataSource(), SCHEMA.session(), types, relay());
    private final MessageAdminRpc admin = new MessageAdminRpc(
            SCHEMA.transactions(),
            SCHEMA.session(),
            IdempotentCommands.stored(SCHEMA.transactions(), SCHEMA.session()),
            (group, topic, type, key, body) -> new Redelivery.Result(false, "not asked for"),
            () -> {});
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeAll
    static void write_down_every_move() {
        SCHEMA.execute("CREATE TABLE moves (id BIGINT AUTO_INCREMENT PRIMARY KEY, row_no BIGINT, move VARCHAR(20))");
        SCHEMA.execute("CREATE TRIGGER written_down AFTER UPDATE ON mq_outbox FOR EACH ROW"
                + " IF OLD.status <> NEW.status THEN INSERT INTO moves (row_no, move) VALUES (OLD.id,"
                + " CONCAT(OLD.status, ' ', NEW.status, IF(OLD.status = 0, '', ' operator'))); END IF");
        List<String> values = IntStream.range(0, WINDOWS * ROWS_PER_WINDOW)
                .mapToObj(i ->
                        "('k-" + i + "', 'Test', 'channel-admin', 'Test', '{}', 1, NOW(3), NOW(3) - INTERVAL 1 SECOND)")
                .toList();
        SCHEMA.execute(
                "INSERT INTO mq_outbox (msg_key, msg_type, topic, tag, body, max_attempts, next_at, expire_at) VALUES "
                        + String.join(",", values));
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    @Test
    void no_row_is_ever_in_two_final_states() {
        List<Long> ids = SCHEMA.texts("SELECT id FROM mq_outbox ORDER BY id").stream()
                .map(Long::valueOf)
                .toList();
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(SEED + thread);
            threads.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < WINDOWS * MOVES_PER_WINDOW; i++) {
                    int row = i / MOVES_PER_WINDOW * ROWS_PER_WINDOW + random.nextInt(ROWS_PER_WINDOW);
                    move(random.nextInt(6), ids.get(row), "k-" + row);
                }
            }));
        }
        threads.forEach(thread -> thread.orTimeout(120, TimeUnit.SECONDS).join());

        Map<String, String> state = new HashMap<>();
        List<String> moves = SCHEMA.texts("SELECT CONCAT(row_no, ':', move) FROM moves ORDER BY id");
        for (String each : moves) {
            String row = each.substring(0, each.indexOf(':'));
            String move = each.substring(each.indexOf(':') + 1);
            assertThat(ALLOWED).as("seed %d, move of row %s", SEED, row).contains(move);
            assertThat(move).as("row %s, one move after the other", row).startsWith(state.getOrDefault(row, "0"));
            state.put(row, move.split(" ", -1)[1]);
        }
        assertThat(moves.stream().map(each -> each.substring(each.indexOf(':') + 1)))
                .as("every kind of move was made")
                .containsAll(ALLOWED);
        // one dead letter for each that is dead or expired now, and an action in the audit for each of an operator's
        // moves
        assertThat(SCHEMA.texts("SELECT msg_key FROM mq_dead_letter WHERE status = 0 ORDER BY msg_key"))
                .isEqualTo(SCHEMA.texts("SELECT msg_key FROM mq_outbox WHERE status IN (3, 4) ORDER BY msg_key"));
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM message_audit"))
                .isEqualTo(SCHEMA.number("SELECT COUNT(*) FROM moves WHERE move LIKE '%operator'"));
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM message_audit WHERE before_state NOT IN ('DEAD', 'EXPIRED')"))
                .as("the audit knows what it was before")
                .isZero();
    }

    private void move(int which, long id, String key) {
        OutboxRow row = new OutboxRow(id, "channel-admin", "Test", key, null, null, BODY, 0, 0, 0, false);
        switch (which) {
            case 0 -> table.settle(List.of(new Settled(row, new SendOutcome(SendOutcome.Kind.ACCEPTED, "b-" + id))));
            case 1 -> table.settle(List.of(new Settled(row, new SendOutcome(SendOutcome.Kind.REFUSED, "no"))));
            case 2 -> expiry.end(row);
            case 3 -> SCHEMA.transactions().inTransaction(() -> outbox.cancel(key));
            case 4 -> byOperator(() -> admin.replay(request(id)));
            default -> byOperator(() -> admin.giveUp(request(id)));
        }
    }

    private static void byOperator(Runnable action) {
        try {
            action.run();
        } catch (Refusal e) {
            assertThat(e.code()).isEqualTo(ErrorCodes.MESSAGE_STATE);
        }
    }

    private ResolveMessageRequest request(long id) {
        return new ResolveMessageRequest("r-" + requests.incrementAndGet(), "OUTBOX", id, "li", "test");
    }

    private OutboxRelay relay() {
        return new OutboxRelay(
                SCHEMA.transactions(),
                SCHEMA.session(),
                "it",
                new InMemoryTransport(),
                expiry,
                new SimpleMeterRegistry());
    }
}
