package io.jointlending.fund.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.MappedQuery;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a crowd of healthy tasks every monitor is silent, and each speaks of what is planted, once; every question uses an index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MonitorsContract {
    private static final long PLANTED = 10_000_000;
    private static final String NOW = "UTC_TIMESTAMP(3)";
    private static final String LATER = NOW + " + INTERVAL 1 HOUR";

    private final int crowd;
    private final SchemaFixture schema = SchemaFixture.create("fund_router");
    private final TaskRows rows = new TaskRows(schema);
    private final List<FlowDefinition> flows = List.of(FlowTexts.good(FlowTexts.text("first-bank.loan")));
    private final TaskWatchMapper mapper = Monitors.mapper(schema.session());

    MonitorsContract(int crowd) {
        this.crowd = crowd;
    }

    @BeforeAll
    void fill() {
        rows.healthy(crowd);
        schema.execute(
                """
                INSERT INTO fund_callback (channel, event_name, dedup_id, biz_no, body, body_hash, status, task_id, created_at)
                SELECT channel, 'loan-result', task_no, biz_no, '{}', REPEAT('0', 64), IF(status < 7, 'PENDING', 'APPLIED'), id,
                       step_since
                FROM fund_task
                """);
        schema.execute(
                """
                INSERT INTO funding (order_no, shard_key, borrower_no, product_code, scheme_code, principal_fen, status, next_at)
                SELECT order_no, 7, 'B1', 'P1', 'S1', 100, IF(status < 7, 30, 40), next_run_at
                FROM fund_task
                """);
        rows.analyze();
    }

    @AfterEach
    void takePlantedOut() {
        schema.execute("DELETE FROM fund_step_log WHERE task_id >= " + PLANTED);
        schema.execute("DELETE FROM fund_step_log WHERE task_id = 1 AND seq > 1");
        schema.execute("DELETE FROM fund_task WHERE id >= " + PLANTED);
        schema.execute("DELETE FROM fund_callback WHERE channel = 'first-bank' AND event_name = 'loan-result'"
                + " AND dedup_id LIKE 'planted%'");
        schema.execute("DELETE FROM funding WHERE order_no = 'O" + PLANTED + "'");
        schema.execute("DELETE FROM alarm");
    }

    @AfterAll
    void drop() {
        schema.close();
    }

    @Test
    void every_monitor_is_silent_on_a_healthy_crowd() {
        assertThat(schema.number("SELECT COUNT(*) FROM fund_task")).isEqualTo(crowd);
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STUCK_STEP",
                "LOST_LEASE",
                "UNCLAIMED_TASK",
                "OPEN_WRITE_AHEAD",
                "END_MISMATCH",
                "CALLBACK_WAITS",
                "CALLBACK_ORPHAN",
                "CALLBACK_CONTRADICTS",
                "LOST_RATE",
                "REJECTION_RATE",
                "MANUAL_RATE"
            })
    void a_planted_fault_is_found_by_its_monitor_alone_and_told_once(String code) {
        plant(code);

        assertThat(found()).containsOnlyKeys(code);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Watch watch = Monitors.overTasks(schema.transactions(), schema.session(), () -> flows, Map::of, meters);
        watch.round();
        watch.round();
        assertThat(schema.texts("SELECT alarm_code FROM alarm")).containsExactly(code);
        assertThat(schema.number("SELECT attempts FROM alarm")).isZero();
        assertThat(meters.get("jl.fund.monitor").tag("monitor", code).gauge().value())
                .isPositive();
    }

    @Test
    void every_question_uses_an_index() throws SQLException {
        List.of("LOST_LEASE", "UNCLAIMED_TASK", "OPEN_WRITE_AHEAD", "END_MISMATCH", "CALLBACK_WAITS", "CALLBACK_ORPHAN")
                .forEach(this::plant);
        plant("CALLBACK_CONTRADICTS");
        List<String> scans = new ArrayList<>();
        int asked = 0;
        for (Method question : TaskWatchMapper.class.getMethods()) {
            asked++;
            explain(question.getName()).forEach((table, key) -> {
                if (key.contains("ALL") || key.contains("null")) {
                    scans.add(question.getName() + " " + table + " " + key);
                }
            });
        }
        assertThat(asked).isEqualTo(11);
        assertThat(scans).isEmpty();
        assertThat(explain("stuck")).containsEntry("fund_task", "range idx_stuck");
        assertThat(explain("overdue")).containsEntry("fund_task", "range idx_due");
        assertThat(explain("lostLeases")).containsEntry("fund_task", "range idx_lease");
        assertThat(explain("openWriteAheads")).containsEntry("fund_step_log", "range idx_open");
    }

    @Test
    void a_funding_that_did_not_move_is_found_page_by_page_told_until_it_moves_and_forgotten_then() {
        plant("END_MISMATCH");
        int page = Math.max(1, crowd / 250);
        int underWay = (int) schema.number("SELECT COUNT(*) FROM funding WHERE status = 30");
        EndMismatch monitor = new EndMismatch(mapper, Duration.ofMinutes(5), page);
        assertThat(underWay).as("pages").isGreaterThan(5 * page);
        schema.execute(
                "UPDATE funding SET next_at = " + LATER + " + INTERVAL 1 HOUR WHERE order_no = 'O" + PLANTED + "'");

        int looks = 0;
        while (looks <= underWay / page && monitor.look().isEmpty()) {
            looks++;
        }
        assertThat(looks).as("it stands on the last page").isEqualTo(underWay / page);
        assertThat(monitor.look()).as("another page, told again").hasSize(1);
        schema.execute("UPDATE funding SET status = 40 WHERE order_no = 'O" + PLANTED + "'");
        assertThat(monitor.look()).isEmpty();
    }

    @Test
    void tasks_given_up_because_nothing_could_be_sent_are_no_refusals() {
        ended(8, "rejected");
        schema.execute("UPDATE fund_task SET touched = 0 WHERE id >= " + PLANTED);

        assertThat(found()).isEmpty();
    }

    private Map<String, Long> found() {
        Map<String, Long> counts = new TreeMap<>();
        for (Monitor monitor : Monitors.all(mapper, () -> flows)) {
            long count = schema.transactions().inTransaction(() -> monitor.look()).stream()
                    .mapToLong(Monitor.Finding::count)
                    .sum();
            if (count > 0) {
                counts.put(monitor.code(), count);
            }
        }
        return counts;
    }

    private void plant(String code) {
        switch (code) {
            case "STUCK_STEP" ->
                rows.one(PLANTED, 1, "loan-apply", "SENDING", NOW + " - INTERVAL 6 MINUTE", LATER, LATER);
            case "LOST_LEASE" ->
                rows.one(PLANTED + 1, 2, "loan-apply", "SENDING", NOW, LATER, NOW + " - INTERVAL 3 MINUTE");
            case "UNCLAIMED_TASK" ->
                rows.one(PLANTED + 2, 1, "loan-apply", "SENDING", NOW, NOW + " - INTERVAL 11 MINUTE", LATER);
            case "OPEN_WRITE_AHEAD" -> log(1, 2, "'S'", "NULL", NOW + " - INTERVAL 6 MINUTE");
            case "END_MISMATCH" -> {
                rows.one(PLANTED, 7, "done", "ENDED", NOW + " - INTERVAL 6 MINUTE", LATER, LATER);
                schema.execute("INSERT INTO funding (order_no, shard_key, borrower_no, product_code, scheme_code,"
                        + " principal_fen, status,"
                        + " next_at)"
                        + " VALUES"
                        + " ('O" + PLANTED + "', 7, 'B1', 'P1', 'S1', 100, 30, " + NOW
                        + ")");
            }
            case "CALLBACK_WAITS" -> callback("PENDING", "L1", "NULL", 31);
            case "CALLBACK_ORPHAN" -> callback("PENDING", "nobody", "NULL", 11);
            case "CALLBACK_CONTRADICTS" -> callback("CONTRADICTS", "L1", "1", 0);
            case "LOST_RATE" -> {
                for (int i = 0; i < 60; i++) {
                    log(1, 2 + i, "'L'", "'{}'", NOW);
                }
            }
            case "REJECTION_RATE" -> ended(8, "rejected");
            case "MANUAL_RATE" -> ended(9, "manual");
            default -> throw new IllegalArgumentException(code);
        }
    }

    private void ended(int status, String step) {
        for (int i = 0; i < 60; i++) {
            rows.one(PLANTED + i, status, step, "ENDED", NOW, LATER, LATER);
        }
    }

    private void log(long task, int seq, String state, String event, String startedAt) {
        schema.execute(
                "INSERT INTO fund_step_log (task_id, seq, step, flow_version, kind, state, event, started_at) VALUES ("
                        + task + ", " + seq + ", 'loan-apply', 1, 'SENT', " + state + ", " + event + ", " + startedAt
                        + ")");
    }

    private void callback(String status, String bizNo, String task, int minutes) {
        schema.execute(
                "INSERT INTO fund_callback (channel, event_name, dedup_id, biz_no, body, body_hash, status, task_id,"
                        + " created_at) VALUES ('first-bank', 'loan-result', 'planted-" + status + bizNo + "', '"
                        + bizNo
                        + "', '{}', REPEAT('0', 64), '"
                        + status + "', " + task + ", " + NOW + " - INTERVAL " + minutes + " MINUTE)");
    }

    /** Table or alias to kind of access and key. */
    private Map<String, String> explain(String question) throws SQLException {
        Map<String, Object> values = Map.ofEntries(
                Map.entry("channel", "first-bank"),
                Map.entry("flow", "first-bank.loan"),
                Map.entry("step", "loan-apply"),
                Map.entry("steps", List.of("done", "rejected")),
                Map.entry("priority", 1),
                Map.entry("seconds", 60L),
                Map.entry("status", 8),
                Map.entry("touched", 1),
                Map.entry("days", 1),
                Map.entry("nextAt", "2000-01-01 00:00:00"),
                Map.entry("orderNo", ""),
                Map.entry("orders", List.of("O1", "O2", "O101", "O" + PLANTED)),
                Map.entry("limit", 100));
        return new MappedQuery(schema).plan(TaskWatchMapper.class.getName() + "." + question, values);
    }
}
