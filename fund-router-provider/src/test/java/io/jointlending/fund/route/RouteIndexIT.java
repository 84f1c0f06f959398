package io.jointlending.fund.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.wiring.SchemaFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The queries that run on a timer, or for every order, find their rows by an index among twenty thousand others. */
class RouteIndexIT {
    private static final int ROWS = 20_000;

    private static SchemaFixture database;

    @BeforeAll
    static void open() {
        database = SchemaFixture.create("fund_router");
        String numbers = "(SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n AS n FROM "
                + digits("a") + ", " + digits("b") + ", " + digits("c") + ", " + digits("d")
                + ", (SELECT 0 AS n UNION SELECT 1) e) numbers";
        database.execute("INSERT INTO fund_quota_entry (order_no, attempt, institution_code, shard_key, period_key,"
                + " dimensions, amount_fen, status) SELECT CONCAT('261129', LPAD(n, 12, '0'), '0042'), 1, 'BANK-A', 42,"
                + " '20261129', 'DAY', 1, IF(MOD(n, 1000) = 0, 'RESERVED', 'USED') FROM " + numbers);
        database.execute("INSERT INTO fund_route_decision (order_no, attempt, shard_key, product_code, principal_fen,"
                + " business_date, outcome, scheme_code, lead_alone, reroutes, facts, candidates) SELECT CONCAT('261129',"
                + " LPAD(n, 12, '0'), '0042'), 1, 42, 'P', 1, '2026-11-29', 'CHOSEN', 'S', 0, 0, '{}', '[]'"
                + " FROM " + numbers);
        database.execute("ANALYZE TABLE fund_quota_entry, fund_route_decision");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_search_for_reservations_left_behind_reads_only_those_that_are_open() {
        assertThat(database.number("SELECT COUNT(*) FROM fund_quota_entry")).isEqualTo(ROWS);
        String plan = plan("SELECT e.order_no, e.attempt, e.institution_code FROM fund_quota_entry e WHERE e.status ="
                + " 'RESERVED' AND e.created_at < UTC_TIMESTAMP(3) - INTERVAL 300000000 MICROSECOND AND EXISTS (SELECT 1"
                + " FROM fund_route_decision d WHERE d.order_no = e.order_no AND d.attempt > e.attempt) ORDER BY"
                + " e.created_at LIMIT 100");
        assertThat(plan).contains("\"key\": \"idx_entry_leak\"").doesNotContain("\"access_type\": \"ALL\"");
    }

    @Test
    void the_decisions_and_reservations_of_an_order_are_read_by_their_key() {
        String where = " WHERE order_no = '2611290000000001230042'";
        assertThat(plan("SELECT * FROM fund_route_decision" + where + " ORDER BY attempt LIMIT 100"))
                .contains("\"key\": \"PRIMARY\"");
        assertThat(plan("SELECT * FROM fund_quota_entry" + where + " AND status = 'RESERVED' LIMIT 256"))
                .contains("\"key\": \"PRIMARY\"")
                .doesNotContain("\"access_type\": \"ALL\"");
    }

    private static String plan(String select) {
        return database.texts("EXPLAIN FORMAT=JSON " + select).get(0);
    }

    private static String digits(String name) {
        return "(SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT"
                + " 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) " + name;
    }
}
