package io.jointlending.fund.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.MappedQuery;
import io.jointlending.fund.breaker.BreakerSwitches;
import io.jointlending.fund.funding.persistence.MyBatisFundingOrders;
import io.jointlending.fund.notice.persistence.MyBatisNotices;
import io.jointlending.fund.quota.persistence.MyBatisQuotas;
import io.jointlending.fund.statelog.StateLog;
import io.jointlending.fund.task.persistence.MyBatisCallbacks;
import io.jointlending.fund.task.persistence.MyBatisFundTasks;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.wiring.SchemaFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What runs every half second reads an index, however many tasks there are. */
class TaskQueriesIT {
    private static final int FEW = 20_000;
    private static final int MANY = 1_000_000;

    private static final String TASKS = "io.jointlending.fund.task.persistence.FundTaskMapper.";
    private static final String CALLBACKS = "io.jointlending.fund.task.persistence.CallbackMapper.";
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("channel", "first-bank"),
            Map.entry("channels", List.of("first-bank", "second-bank")),
            Map.entry("priority", 1),
            Map.entry("limit", 50),
            Map.entry("bizNo", "N80"),
            Map.entry("behaviour", "loan"),
            Map.entry("attempt", 1),
            Map.entry("orderNo", "O77"),
            Map.entry("event", "loan-result"),
            Map.entry("dedupId", "M80"),
            Map.entry("ageMicros", 600_000_000L),
            Map.entry("status", 30),
            Map.entry("micros", 300_000_000L),
            Map.entry("day", "20261129"),
            Map.entry("after", ""));

    /** Each statement that runs all the time, the table it reads, and the index that it must use there. */
    private static final List<Asked> ALL_THE_TIME = List.of(
            new Asked(TASKS + "due", "fund_task", "idx_due"),
            new Asked(TASKS + "lockDue", "fund_task", "idx_due"),
            new Asked(TASKS + "lockLost", "fund_task", "idx_lease"),
            new Asked(TASKS + "findByKey", "fund_task", "uk_biz"),
            new Asked(TASKS + "ofBusiness", "fund_task", "uk_biz"),
            new Asked(TASKS + "ofOrder", "fund_task", "idx_order"),
            new Asked(TASKS + "wake", "fund_task", "uk_biz"),
            new Asked(CALLBACKS + "pending", "fund_callback", "idx_biz"),
            new Asked(CALLBACKS + "bodyHash", "fund_callback", "uk_message"),
            new Asked(CALLBACKS + "orphans", "c", "idx_status"),
            new Asked("io.jointlending.fund.funding.persistence.FundingOrderMapper.lockDue", "funding", "idx_due"),
            new Asked("io.jointlending.fund.notice.persistence.NoticeMapper.lockDue", "repayment_notice", "idx_due"),
            new Asked("io.jointlending.fund.breaker.BreakerSwitchMapper.held", "breaker_switch", "idx_until"),
            new Asked("io.jointlending.fund.quota.persistence.LeakMapper.leaks", "e", "idx_entry_leak"),
            new Asked("io.jointlending.fund.quota.persistence.QuotaMapper.page", "fund_quota", "PRIMARY"));

    private record Asked(String statement, String table, String index) {}

    @Test
    void every_scheduled_query_uses_its_index() throws SQLException, IOException {
        explained(FEW);
    }

    @Test
    @Tag("drill")
    void every_scheduled_query_uses_its_index_with_a_million_tasks() throws SQLException, IOException {
        explained(MANY);
    }

    private static void explained(int rows) throws SQLException, IOException {
        try (SchemaFixture database = SchemaFixture.create("fund_router")) {
            mappers(database);
            fill(database, rows);
            MappedQuery queries = new MappedQuery(database);
            for (Asked asked : ALL_THE_TIME) {
                Map<String, String> plan = queries.plan(asked.statement(), VALUES);
                assertThat(plan.getOrDefault(asked.table(), "not read"))
                        .as("%s: %s", asked.statement(), plan)
                        .endsWith(" " + asked.index());
                plan.keySet().removeIf(table -> table.startsWith("<")); // what the statement itself has chosen
                assertThat(plan.values()).as("%s: %s", asked.statement(), plan).noneMatch(how -> how.contains("ALL"));
            }
            assertThat(queries.planOf(firstOfArchive())).containsEntry("t", "range PRIMARY");
        }
    }

    /** How the archive chooses a batch of tasks. */
    private static String firstOfArchive() throws IOException {
        Path script = Path.of(
                Objects.requireNonNull(System.getProperty("project.root")),
                "sql/fund_router/archive/A002__ended_tasks.sql");
        String sql = Files.readString(script).replaceAll("(?m)^--.*$", "");
        return sql.substring(0, sql.indexOf(';'))
                .replace("${after}", "'5000'")
                .replace("${before}", "'2026-01-01'")
                .replace("${batch}", "100");
    }

    /** Everything that asks them is made once, so that the session knows the mappers. */
    private static void mappers(SchemaFixture database) {
        new MyBatisFundTasks(
                database.transactions(),
                database.session(),
                OrderNumbers.stored(database.transactions(), database.session()));
        new MyBatisCallbacks(database.session());
        new MyBatisFundingOrders(database.transactions(), database.session(), new StateLog(database.session()));
        new MyBatisNotices(database.transactions(), database.session());
        new MyBatisQuotas(database.session());
        new BreakerSwitches(database.session());
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
        database.execute(
                "INSERT INTO fund_quota_entry (order_no, attempt, institution_code, shard_key, period_key, dimensions,"
                        + " amount_fen, status) SELECT CONCAT('O', i), 1, 'BANK-A', 7, '20261129', 'DAY', 1, IF(i % 1000 = 0,"
                        + " 'RESERVED', 'USED') FROM bench_n");
        database.execute(
                "INSERT INTO fund_quota (institution_code, dimension, period_key, limit_fen, alarm_bp, config_version)"
                        + " SELECT CONCAT('BANK-', i), 'DAY', '20261129', 1000, 9000, 1 FROM bench_n WHERE i <= 1000");
        database.execute(
                "INSERT INTO breaker_switch (channel, endpoint, position, until_at, operator, reason) SELECT 'first-bank',"
                        + " CONCAT('POST loan/', i), 'OPEN', UTC_TIMESTAMP(3) - INTERVAL i - 5 MINUTE, 'ann', 'slow' FROM bench_n"
                        + " WHERE i <= 10000");
        for (String table : new String[] {
            "fund_task",
            "fund_step_log",
            "fund_callback",
            "funding",
            "repayment_notice",
            "fund_quota_entry",
            "fund_quota",
            "breaker_switch"
        }) {
            database.execute("ANALYZE TABLE " + table);
        }
    }
}
