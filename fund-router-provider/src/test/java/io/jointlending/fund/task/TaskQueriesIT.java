package io.jointlending.fund.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.wiring.SchemaFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What runs every half second reads an index, however many tasks there are. */
class TaskQueriesIT {
    private static final int FEW = 20_000;
    private static final int MANY = 1_000_000;

    /** Query, then the index that it must use. */
    private static final Map<String, String> QUERIES = queries();

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "SELECT id FROM fund_task WHERE status = 1 AND channel = 'first-bank' AND priority = 1"
                        + " AND next_run_at <= UTC_TIMESTAMP(3) ORDER BY next_run_at LIMIT 50 FOR UPDATE SKIP LOCKED",
                "idx_due");
        queries.put(
                "SELECT id FROM fund_task WHERE status = 2 AND lease_until < UTC_TIMESTAMP(3) ORDER BY lease_until LIMIT 100"
                        + " FOR UPDATE SKIP LOCKED",
                "idx_lease");
        queries.put(
                "SELECT id FROM fund_task WHERE channel = 'first-bank' AND biz_no = 'N77' ORDER BY id DESC LIMIT 100",
                "uk_biz");
        queries.put("SELECT id FROM fund_task WHERE order_no = 'O77' ORDER BY id DESC LIMIT 100", "idx_order");
        queries.put(
                "SELECT COUNT(*) FROM fund_task WHERE status IN (1, 2) AND channel = 'first-bank' AND step = 'loan-query'"
                        + " AND step_since < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR",
                "idx_stuck");
        queries.put(
                "SELECT task_id FROM fund_step_log WHERE state = 'S' AND started_at < UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE",
                "idx_open");
        queries.put(
                "SELECT id FROM fund_callback WHERE channel = 'first-bank' AND biz_no = 'N77' AND status = 'PENDING' ORDER BY id LIMIT 20",
                "idx_biz");
        queries.put(
                "SELECT id FROM fund_callback WHERE status = 'PENDING' AND created_at < UTC_TIMESTAMP(3) - INTERVAL 10 MINUTE",
                "idx_status");
        queries.put(
                "SELECT order_no FROM funding WHERE status = 30 AND next_at <= UTC_TIMESTAMP(3) ORDER BY next_at LIMIT 20"
                        + " FOR UPDATE SKIP LOCKED",
                "idx_due");
        queries.put(
                "SELECT order_no, sequence_no FROM repayment_notice WHERE status = 'PENDING' AND next_at <= UTC_TIMESTAMP(3)"
                        + " ORDER BY next_at LIMIT 20 FOR UPDATE SKIP LOCKED",
                "idx_due");
        return queries;
    }

    @Test
    void every_scheduled_query_uses_its_index() throws SQLException {
        explained(FEW);
    }

    @Test
    @Tag("drill")
    void every_scheduled_query_uses_its_index_with_a_million_tasks() throws SQLException {
        explained(MANY);
    }

    private static void explained(int rows) throws SQLException {
        try (SchemaFixture database = SchemaFixture.create("fund_router")) {
            fill(database, rows);
            try (Connection connection = database.open();
                    Statement statement = connection.createStatement()) {
                for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                    try (ResultSet plan = statement.executeQuery("EXPLAIN " + query.getKey())) {
                        assertThat(plan.next()).isTrue();
                        assertThat(plan.getString("key")).as(query.getKey()).isEqualTo(query.getValue());
                        assertThat(plan.getString("type")).as(query.getKey()).isNotEqualTo("ALL");
                    }
                }
            }
        }
    }

    /** One task in 200 is open, one in 1000 runs; each has a finished send in its log, some a callback. */
    private static void fill(SchemaFixture database, int rows) {
        String numbers =
                "(WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n)";
        database.execute("CREATE TABLE bench_n (i BIGINT PRIMARY KEY)");
        database.execute("INSERT INTO bench_n (i) SELECT a.i + 1000 * (b.i - 1) FROM " + numbers + " a JOIN " + numbers
                + " b WHERE b.i <= " + rows / 1000);
        database.execute(
                "INSERT INTO fund_task (id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow,"
                        + " flow_version, status, step, phase, step_since, scope, last_seq, touched, next_run_at, timer_at, expire_at,"
                        + " priority, lease_owner, lease_until)"
                        + " SELECT i, CONCAT('T', LPAD(i, 12, '0')), IF(i % 2 = 0, 'first-bank', 'second-bank'), 'loan', CONCAT('N', i), 1,"
                        + " CONCAT('O', i DIV 2), 0, 'first-bank.loan', 1, IF(i % 1000 = 0, 2, IF(i % 200 = 0, 1, 7)),"
                        + " IF(i % 200 = 0, 'loan-query', 'done'), IF(i % 200 = 0, 'WAITING', 'ENDED'),"
                        + " UTC_TIMESTAMP(3) - INTERVAL i % 86400 SECOND, '{}', 1, 1, UTC_TIMESTAMP(3) - INTERVAL i % 3600 SECOND,"
                        + " UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), IF(i % 3 = 0, 5, 1), 'x', UTC_TIMESTAMP(3) + INTERVAL i % 600 - 300 SECOND"
                        + " FROM bench_n");
        database.execute(
                "INSERT INTO fund_step_log (task_id, seq, step, flow_version, kind, state, event, started_at, ended_at)"
                        + " SELECT i, 1, 'loan-query', 1, 'SENT', IF(i % 1000 = 0, 'S', 'R'), IF(i % 1000 = 0, NULL, '{}'),"
                        + " UTC_TIMESTAMP(3) - INTERVAL i % 86400 SECOND, UTC_TIMESTAMP(3) FROM bench_n");
        database.execute(
                "INSERT INTO fund_callback (channel, event_name, dedup_id, biz_no, body, body_hash, status, task_id, created_at)"
                        + " SELECT IF(i % 2 = 0, 'first-bank', 'second-bank'), 'loan-result', CONCAT('M', i), CONCAT('N', i), '{}', '0',"
                        + " IF(i % 500 = 0, 'PENDING', 'APPLIED'), i, UTC_TIMESTAMP(3) - INTERVAL i % 86400 SECOND FROM bench_n WHERE i % 5 = 0");
        database.execute(
                "INSERT INTO funding (order_no, shard_key, borrower_no, product_code, scheme_code, principal_fen, status, next_at)"
                        + " SELECT CONCAT('O', i), 7, 'B1', 'P1', 'S1', 100, IF(i % 30 = 0, 30, 40), UTC_TIMESTAMP(3)"
                        + " - INTERVAL i % 3600 - 1800 SECOND FROM bench_n");
        database.execute(
                "INSERT INTO repayment_notice (order_no, sequence_no, shard_key, repayment_no, settled_something, value_date,"
                        + " status, tasks, next_at, attempts) SELECT CONCAT('O', i), 1, 7, CONCAT('R', i), 1, '2026-11-29',"
                        + " IF(i % 100 = 0, 'PENDING', 'DONE'), IF(i % 100 = 0, NULL, 1), UTC_TIMESTAMP(3)"
                        + " - INTERVAL i % 3600 - 1800 SECOND, 0 FROM bench_n");
        for (String table :
                new String[] {"fund_task", "fund_step_log", "fund_callback", "funding", "repayment_notice"}) {
            database.execute("ANALYZE TABLE " + table);
        }
    }
}
