package io.jointlending.fund.watch;

import io.jointlending.support.wiring.SchemaFixture;

/** Rows of tasks, made many at once in the database. */
final class TaskRows {
    private static final String NUMBERS =
            """
            (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d AS n
             FROM digit a, digit b, digit c, digit e, digit f, digit g) numbers
            """;

    private final SchemaFixture schema;

    TaskRows(SchemaFixture schema) {
        this.schema = schema;
        schema.execute("CREATE TABLE digit (d INT NOT NULL PRIMARY KEY)");
        schema.execute("INSERT INTO digit VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
    }

    /**
     * A healthy crowd: of a hundred tasks two are open and due in an hour, one is running, one waits for its callback, two
     * were refused, one is with a person, the others succeeded, spread over the last ten days so that every minute has its part of
     * each (14,401 and 100 have no divisor in common). The open ones came to their step
     * in an hour, so that a long test does not make them late.
     */
    void healthy(int count) {
        schema.execute(insert("n + 1", NUMBERS + " WHERE n < " + count)
                .formatted(
                        "ELT(1 + MOD(n, 5), 'first-bank', 'second-bank', 'third-bank', 'fourth-bank', 'fifth-bank')",
                        "CASE WHEN MOD(n, 100) < 2 THEN 1 WHEN MOD(n, 100) = 2 THEN 2 WHEN MOD(n, 100) = 3 THEN 1"
                                + " WHEN MOD(n, 100) < 6 THEN 8 WHEN MOD(n, 100) = 6 THEN 9 ELSE 7 END",
                        "CASE WHEN MOD(n, 100) < 3 THEN 'loan-apply' WHEN MOD(n, 100) = 3 THEN 'loan-result' WHEN"
                                + " MOD(n, 100) < 6 THEN 'rejected' WHEN MOD(n, 100) = 6 THEN 'manual' ELSE 'done' END",
                        "CASE WHEN MOD(n, 100) < 3 THEN 'SENDING' WHEN MOD(n, 100) = 3 THEN 'AWAITING' ELSE 'ENDED'"
                                + " END",
                        "IF(MOD(n, 100) < 4, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR, UTC_TIMESTAMP(3) - INTERVAL MOD(n, 14401)"
                                + " MINUTE)",
                        "UTC_TIMESTAMP(3) + INTERVAL 1 HOUR",
                        "UTC_TIMESTAMP(3) + INTERVAL 1 HOUR"));
        schema.execute(
                """
                INSERT INTO fund_step_log (task_id, seq, step, flow_version, kind, state, req_no, event, started_at, ended_at)
                SELECT id, 1, 'loan-apply', 1, 'SENT', IF(MOD(id, 50) = 0, 'L', 'R'), task_no, '{}', step_since, step_since
                FROM fund_task
                """);
    }

    /** One task of the first bank. */
    void one(long id, int status, String step, String phase, String since, String nextRun, String leaseUntil) {
        schema.execute(insert(Long.toString(id), "(SELECT 0 AS n) numbers")
                .formatted(
                        "'first-bank'",
                        Integer.toString(status),
                        "'" + step + "'",
                        "'" + phase + "'",
                        since,
                        nextRun,
                        leaseUntil));
    }

    void analyze() {
        schema.execute("ANALYZE TABLE fund_task, fund_step_log, fund_callback, funding");
    }

    private static String insert(String id, String source) {
        String columns =
                """
                INSERT INTO fund_task (id, task_no, channel, behaviour, biz_no, attempt, order_no, shard_key, flow, flow_version,
                    status, step, phase, step_since, scope, last_seq, touched, next_run_at, timer_at, expire_at, priority,
                    lease_owner, lease_until, version)
                """;
        String values =
                """
                , 1, 1, due, due, due + INTERVAL 3 DAY, 1 + 4 * MOD(n, 2), IF(s = 2, 'somebody', NULL), IF(s = 2, lease, NULL), 1
                FROM (SELECT n, %s AS c, %s AS s, %s AS p, %s AS f, %s AS since, %s AS due, %s AS lease
                """;
        return columns + "SELECT " + id + ", CONCAT('T', " + id + "), c, 'loan', CONCAT('L', " + id
                + "), 1, CONCAT('O', " + id + "), 7, CONCAT(c, '.loan'), 1, s, p, f, since, '{}'" + values + "FROM "
                + source + ") made";
    }
}
