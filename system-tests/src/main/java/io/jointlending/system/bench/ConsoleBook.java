package io.jointlending.system.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Fills what the pages of the console read: a thousand of everything that is configured, changes in the audit, and orders with their
 * moves and messages, all copies of one that is real. Codes and numbers of copies begin with {@code BENCH}. They stay; what is there
 * from an earlier call is kept.
 */
final class ConsoleBook implements AutoCloseable {
    /** Begins the number of every order that is a copy: older than what is lent today. */
    static final String ORDERS = "200201";

    private static final int CHUNK = 10_000;
    private static final int TOLD_EVERY = 25;
    private static final int DAYS = 366;

    private final Connection connection;
    private final PrintStream err;

    ConsoleBook(Connection connection, PrintStream err) throws SQLException {
        this.connection = connection;
        this.err = err;
        execute("USE channel_admin");
        execute("CREATE TEMPORARY TABLE channel_admin.bench_number (n INT PRIMARY KEY)");
        execute(
                "INSERT INTO channel_admin.bench_number WITH RECURSIVE s (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < 999)"
                        + " SELECT a.n * 1000 + b.n FROM s a JOIN s b WHERE a.n < " + CHUNK / 1000);
    }

    /** A session of a person who may read everything, by its token. */
    void person(String loginName, String token) throws SQLException {
        execute(
                "INSERT INTO iam_user (login_name, display_name, user_kind, status, password_hash, password_salt, password_rounds,"
                        + " must_change) VALUES ('" + loginName
                        + "', 'Bench', 'OPERATOR', 'ENABLED', 'none', 'none', 10000, 0)");
        for (String role : List.of("VIEWER", "CHECKER", "ADMINISTRATOR", "SUPPORT", "AGENT")) {
            execute("INSERT INTO iam_user_role (login_name, role_code) VALUES ('" + loginName + "', '" + role + "')");
        }
        execute("INSERT INTO iam_session (token_hash, login_name, last_seen_at, expires_at) VALUES ('" + sha256(token)
                + "', '" + loginName + "', NOW(3), NOW(3) + INTERVAL 1 HOUR)");
    }

    /** So many products, institutions with a fund channel each, users, and ten times as many decided proposals. */
    void configuration(int channels) throws SQLException {
        if (number("SELECT COUNT(*) FROM institution WHERE institution_code LIKE 'BENCH%'") >= channels) {
            return;
        }
        err.println("filling configuration");
        String product = text("SELECT product_code FROM product_scheme ORDER BY product_code LIMIT 1");
        connection.setAutoCommit(false);
        copies(
                "product",
                "t.product_code = '" + product + "'",
                0,
                channels,
                Map.of("product_code", "CONCAT('BENCH-', {n})", "product_id", "9000000 + {n}"));
        for (String table : List.of("product_term", "product_scheme")) {
            copies(
                    table,
                    "t.product_code = '" + product + "'",
                    0,
                    channels,
                    Map.of("product_code", "CONCAT('BENCH-', {n})"));
        }
        rows(
                "institution",
                "institution_code, name, kind, status",
                "CONCAT('BENCH-', {n}), 'Bench', 'EXTERNAL', 'ENABLED'",
                0,
                channels);
        rows(
                "fund_channel",
                "institution_code, version, status, open_hours",
                "CONCAT('BENCH-', {n}), 1, 'PAUSED', '06:00-22:00'",
                0,
                channels);
        rows(
                "iam_user",
                "login_name, display_name, user_kind, status, password_hash, password_salt, password_rounds, must_change",
                "CONCAT('bench-', {n}), 'Bench', 'OPERATOR', 'DISABLED', 'none', 'none', 10000, 0",
                0,
                channels);
        rows(
                "admin_command",
                "request_no, action, target_kind, target_code, base_version, payload, reason, maker, status, expires_at,"
                        + " checker, decided_at, note, result",
                "CONCAT('bench-', {n}), 'channel.createProduct', 'PRODUCT', CONCAT('BENCH-', {n}), 0, '{}', 'bench', CONCAT('bench-', {n}),"
                        + " 'EXECUTED', NOW(3) + INTERVAL 7 DAY, 'bench-checker', NOW(3), 'fine', '{}'",
                0,
                10 * channels);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** So many acquisition channels with a customer manager each, a year of statistics, and a thousand customers of this person. */
    void channels(int channels, String loginName) throws SQLException {
        execute("INSERT INTO agent (agent_no, channel_code, login_name, status, version) VALUES ('" + loginName
                + "', 'BENCH-0', '" + loginName + "', 'ENABLED', 1)");
        if (number("SELECT COUNT(*) FROM acquisition_channel WHERE channel_code LIKE 'BENCH%'") == 0) {
            err.println("filling channels and their statistics");
            rows(
                    "acquisition_channel",
                    "channel_code, name, kind, status, applicant, reviewer, version",
                    "CONCAT('BENCH-', {n}), 'Bench', 'PARTNER', 'ENABLED', 'bench-a', 'bench-b', 3",
                    0,
                    channels);
            rows(
                    "agent",
                    "agent_no, channel_code, login_name, status, version",
                    "CONCAT('BENCH-', {n}), CONCAT('BENCH-', {n}), CONCAT('bench-', {n}), 'ENABLED', 1",
                    0,
                    channels);
            String day = "CURDATE() - INTERVAL {n} DIV " + channels + " DAY";
            for (int first = 0; first < DAYS * channels; first += CHUNK) {
                int count = Math.min(CHUNK, DAYS * channels - first);
                rows(
                        "loan.channel_day",
                        "channel_code, business_date, submitted_count, submitted_fen, lent_count, lent_fen, failed_count, counted_at",
                        "CONCAT('BENCH-', MOD({n}, " + channels + ")), " + day + ", 9, 900000, 6, 600000, 2, NOW(3)",
                        first,
                        count);
                rows(
                        "repayment.channel_overdue_day",
                        "channel_code, business_date, order_count, overdue_fen",
                        "CONCAT('BENCH-', MOD({n}, " + channels + ")), " + day + ", 2, 123456",
                        first,
                        count);
            }
            rows(
                    "customer_assignment",
                    "borrower_no, agent_no, version",
                    "CONCAT('BENCH-', {n}), 'BENCH-0', 1",
                    0,
                    1_000);
            execute("ANALYZE TABLE loan.channel_day, repayment.channel_overdue_day, customer_assignment");
        }
        execute("UPDATE customer_assignment SET agent_no = '" + loginName + "' WHERE borrower_no LIKE 'BENCH-%'");
    }

    /** Changes of fifty persons on ten thousand targets, one a second back from now. */
    void audit(long entries) throws SQLException {
        fill(
                "audit_log",
                "request_no LIKE 'bench-%'",
                entries,
                first -> rows(
                        "audit_log",
                        "operator, caller, action, target_kind, target_code, request_no, before_state, after_state, created_at",
                        "CONCAT('p', MOD({n}, 50)), 'bench', CONCAT('action', CHAR(97 + MOD({n}, 20))), 'PRODUCT', CONCAT('T-', MOD({n}, 10000)),"
                                + " CONCAT('bench-', {n}), '{\"status\":\"ON_SALE\"}', '{\"status\":\"REPAY_ONLY\"}', NOW(3) - INTERVAL {n} SECOND",
                        first,
                        Math.toIntExact(Math.min(CHUNK, entries - first))));
    }

    /** Copies of an order in all states but those that somebody works on, each with its moves and the message that activated it. */
    void orders(String template, long orders) throws SQLException {
        execute("USE loan");
        String number = "CONCAT('" + ORDERS + "', LPAD({n}, 12, '0'), LPAD(MOD({n}, 1024), 4, '0'))";
        String chosen = "t.order_no = '" + template + "'";
        Map<String, String> own = Map.of("order_no", number, "shard_key", "MOD({n}, 1024)");
        fill("loan_order", "order_no LIKE '" + ORDERS + "%'", orders, first -> {
            int count = Math.toIntExact(Math.min(CHUNK, orders - first));
            copies("state_log", chosen + " AND t.to_status = 40", first, count, own);
            copies(
                    "mq_outbox",
                    "t.msg_key = 'activated-" + template + "'",
                    first,
                    count,
                    Map.of("msg_key", "CONCAT('activated-', " + number + ")"));
            copies(
                    "loan_order",
                    chosen,
                    first,
                    count,
                    Map.of(
                            "order_no", number,
                            "shard_key", "MOD({n}, 1024)",
                            "borrower_no", "CONCAT('BENCH-', {n})",
                            "status", "ELT(1 + MOD({n}, 10), 40, 40, 40, 40, 40, 40, 50, 60, 90, 90)"));
        });
        execute("ANALYZE TABLE loan_order, state_log, mq_outbox, channel_admin.audit_log");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** One chunk after the other until there are so many rows. */
    private void fill(String table, String ours, long wanted, Chunk chunk) throws SQLException {
        long filled = number("SELECT COUNT(*) FROM " + table + " WHERE " + ours);
        if (filled >= wanted) {
            err.println(table + " has " + filled + " copies already");
            return;
        }
        err.println("filling " + table + " from " + filled + " to " + wanted);
        try (BulkLoading loading = BulkLoading.begin(connection)) {
            for (long first = filled; first < wanted; first += CHUNK) {
                chunk.add(first);
                loading.commit();
                if (first / CHUNK % TOLD_EVERY == TOLD_EVERY - 1) {
                    err.println("  " + (first + CHUNK));
                }
            }
        }
    }

    private void rows(String table, String columns, String values, long first, int count) throws SQLException {
        execute("INSERT INTO " + table + " (" + columns + ") SELECT " + values.replace("{n}", "(s.n + " + first + ")")
                + " FROM channel_admin.bench_number s WHERE s.n < " + count);
    }

    /** Whatever columns the table has: these are their own, a generated key is left out, and the rest is copied. */
    private void copies(String table, String template, long first, int count, Map<String, String> own)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = ? AND extra NOT LIKE '%auto_increment%' ORDER BY ordinal_position")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String column = found.getString(1);
                    columns.add(column);
                    values.add(own.getOrDefault(column, "t." + column).replace("{n}", "(s.n + " + first + ")"));
                }
            }
        }
        execute("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                + " FROM channel_admin.bench_number s JOIN " + table + " t WHERE " + template + " AND s.n < " + count
                + " ORDER BY s.n");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            if (!found.next()) {
                throw new IllegalStateException("nothing there: " + sql);
            }
            return found.getString(1);
        }
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Adds the rows from this number on. */
    @FunctionalInterface
    private interface Chunk {
        void add(long first) throws SQLException;
    }
}
