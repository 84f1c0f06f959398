package io.jointlending.channel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.channel.AuditEntryView;
import io.jointlending.api.channel.AuditPageView;
import io.jointlending.api.channel.AuditSearchQuery;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.wiring.SchemaFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches among a million entries: each goes along an index, nothing is sorted, and a page is there within 300 ms. */
@Tag("drill")
class AuditScaleIT {
    private static final Logger LOG = LoggerFactory.getLogger(AuditScaleIT.class);
    private static final int ROWS = 1_000_000;
    private static final int PAGE = 50;
    private static final SchemaFixture SCHEMA = SchemaFixture.create("channel_admin");
    private static final LocalDateTime DAY = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** One entry every 20 seconds: 100 people, 20 actions, 10,000 targets. */
    @BeforeAll
    static void fill() {
        String columns = "(operator, caller, action, target_kind, target_code, request_no, after_state, created_at)";
        SCHEMA.execute("INSERT INTO audit_log " + columns
                + " VALUES ('p0', 'test', 'action', 'PRODUCT', 'T-0', 'r', '{}', '2026-01-01')");
        for (int rows = 1; rows < ROWS; rows *= 2) {
            int take = Math.min(rows, ROWS - rows);
            SCHEMA.execute("INSERT INTO audit_log " + columns + " SELECT CONCAT('p', MOD(n, 100)), 'test',"
                    + " CONCAT('action', CHAR(97 + MOD(n DIV 7, 20))), 'PRODUCT', CONCAT('T-', MOD(n, 10000)), 'r',"
                    + " '{\"status\":\"ON_SALE\"}', '2026-01-01' + INTERVAL n * 20 SECOND FROM (SELECT " + rows
                    + " + ROW_NUMBER() OVER (ORDER BY id) - 1 AS n FROM audit_log ORDER BY id LIMIT " + take + ") x");
        }
        SCHEMA.execute("ANALYZE TABLE audit_log");
    }

    @AfterAll
    static void drop() {
        SCHEMA.close();
    }

    static Stream<AuditSearchQuery> queries() {
        return Stream.of(
                query(null, null, null, null, null),
                query("p7", null, null, null, null),
                query(null, "actionc", null, null, null),
                query(null, null, "T-77", null, null),
                query(null, null, null, DAY.plusDays(30), DAY.plusDays(40)),
                query("p7", null, null, DAY.plusDays(30), DAY.plusDays(40)),
                query("p7", "actionp", null, null, null),
                query("p99", null, "T-99", null, DAY.plusDays(100)));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void every_search_goes_along_an_index_and_its_pages_are_quick(AuditSearchQuery query) {
        assertThat(SCHEMA.number("SELECT COUNT(*) FROM audit_log")).isEqualTo(ROWS);
        AuditQueryRpc audit = new AuditQueryRpc(SCHEMA.session());
        AuditPageView page = Remote.data(audit.search(query)); // warm
        long slowest = 0;
        for (int pages = 0; pages < 20; pages++) {
            AuditEntryView last = page.entries().get(page.entries().size() - 1);
            long start = System.nanoTime();
            page = Remote.data(audit.search(new AuditSearchQuery(
                    query.who(),
                    query.action(),
                    query.targetKind(),
                    query.targetCode(),
                    query.from(),
                    query.until(),
                    last.at(),
                    last.entryNo(),
                    PAGE)));
            slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            if (!page.more()) {
                break;
            }
        }
        LOG.info("slowest page {} ms of {}", slowest, query);
        assertThat(slowest).isLessThan(300);
    }

    @Test
    void no_search_sorts() throws SQLException {
        String select = "SELECT id, created_at FROM audit_log WHERE ";
        String order = " ORDER BY created_at DESC, id DESC LIMIT 51";
        List<String> plans = new ArrayList<>();
        for (String where : List.of(
                "created_at <= NOW()",
                "operator = 'p7'",
                "action = 'actionc'",
                "target_kind = 'PRODUCT' AND target_code = 'T-77'",
                "operator = 'p7' AND created_at >= '2026-02-01' AND created_at <= '2026-02-10'",
                "operator = 'p7' AND created_at <= '2026-02-10' AND (created_at < '2026-02-10' OR id < 4711)")) {
            try (Connection connection = SCHEMA.open();
                    Statement statement = connection.createStatement();
                    ResultSet plan = statement.executeQuery("EXPLAIN " + select + where + order)) {
                while (plan.next()) {
                    plans.add(plan.getString("key"));
                    assertThat(plan.getString("Extra")).as(where).doesNotContainIgnoringCase("filesort");
                }
            }
        }
        assertThat(plans)
                .containsExactly(
                        "idx_created_at",
                        "idx_operator_time",
                        "idx_action_time",
                        "idx_target_time",
                        "idx_operator_time",
                        "idx_operator_time");
    }

    private static AuditSearchQuery query(
            @Nullable String who,
            @Nullable String action,
            @Nullable String target,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime until) {
        return new AuditSearchQuery(
                who, action, target == null ? null : "PRODUCT", target, from, until, null, null, PAGE);
    }
}
