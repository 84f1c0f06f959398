package io.jointlending.system.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fills the ledger with copies of two orders, with everything that is booked on them: of ten orders nine are settled and one
 * is active. Whatever columns the tables have, keys get values of their own and the rest is copied. The copies stay.
 */
final class GrowingBook implements AutoCloseable {
    private static final int CHUNK = 1_000;
    private static final int TOLD_EVERY = 25;
    private static final int ACTIVE_EVERY = 10;
    /** Orders are numbered by date: the copies are older than what is lent today. */
    private static final String PREFIX = "200101";

    private static final String NUMBER = "(s.n + ?)";
    private static final String ORDER =
            "CONCAT('" + PREFIX + "', LPAD(" + NUMBER + ", 12, '0'), LPAD(MOD(" + NUMBER + ", 1024), 4, '0'))";
    private static final String EVENT = "CONCAT(" + NUMBER + ", '-', t.sequence_no)";
    private static final String REQUEST = "CONCAT('growth-', " + NUMBER + ", '-', MD5(t.request_no))";
    /** What a copy has of its own, by column. */
    private static final Map<String, String> OWN = Map.of(
            "order_no", ORDER,
            "shard_key", "MOD(" + NUMBER + ", 1024)",
            "sub_order_no", "CONCAT(" + ORDER + ", RIGHT(t.sub_order_no, 2))",
            "repayment_no", "CONCAT('G', " + EVENT + ")",
            "payment_reference", "CONCAT(MD5(" + EVENT + "), '-', " + NUMBER + ")",
            "request_no", REQUEST,
            "borrower_no", "CONCAT('G', " + NUMBER + ")");

    private static final List<String> TABLES = List.of(
            "ledger_installment",
            "sub_ledger",
            "sub_installment",
            "ledger_event",
            "ledger_event_line",
            "split_line",
            "ledger");

    private final Connection connection;
    private final PrintStream err;
    private final Map<String, String> copies = new LinkedHashMap<>();

    GrowingBook(Connection connection, PrintStream err) throws SQLException {
        this.connection = connection;
        this.err = err;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE bench_number (n INT PRIMARY KEY)");
            statement.execute("INSERT INTO bench_number WITH RECURSIVE s (n) AS"
                    + " (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < " + (CHUNK - 1) + ") SELECT n FROM s");
        }
        for (String table : TABLES) {
            copies.put(table, copy(table, table));
        }
        copies.put("idempotent_command", copy("idempotent_command", "bench_command"));
    }

    /** Adds copies until there are so many; those of an earlier call, or of one that was cut off, are kept. */
    void fillTo(long orders, String active, String settled) throws SQLException {
        long filled = filled();
        if (filled >= orders) {
            err.println("the ledger has " + filled + " copies already");
            return;
        }
        err.println("filling the ledger from " + filled + " to " + orders + " orders");
        keepCommands(active, settled);
        try (BulkLoading loading = BulkLoading.begin(connection)) {
            for (long first = filled; first < orders; first += CHUNK) {
                int count = Math.toIntExact(Math.min(CHUNK, orders - first));
                for (String sql : copies.values()) {
                    run(sql, active, first, count, true);
                    run(sql, settled, first, count, false);
                }
                loading.commit();
                if (first / CHUNK % TOLD_EVERY == TOLD_EVERY - 1) {
                    err.println("  " + (first + count));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE " + String.join(", ", copies.keySet()));
        }
    }

    /** The commands of the two orders, aside: no index leads from an order to them, and a scan for each chunk would grow with the table. */
    private void keepCommands(String active, String settled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "CREATE TEMPORARY TABLE bench_command SELECT e.order_no, c.* FROM ledger_event e"
                        + " JOIN idempotent_command c ON c.request_no = e.request_no WHERE e.order_no IN (?, ?)")) {
            statement.setString(1, active);
            statement.setString(2, settled);
            statement.executeUpdate();
        }
    }

    /** How many copies there are; the head of an order is written last, and all of it is committed at once. */
    long filled() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM ledger WHERE order_no LIKE '" + PREFIX + "%'")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** All orders that can be repaid. */
    List<String> active() throws SQLException {
        long filled = filled();
        return Stream.iterate(0L, n -> n < filled, n -> n + ACTIVE_EVERY)
                .map(n -> String.format("%s%012d%04d", PREFIX, n, n % 1024))
                .toList();
    }

    /** Rows in the tables that were filled. */
    long rows() throws SQLException {
        long rows = 0;
        for (String table : copies.keySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                count.next();
                rows += count.getLong(1);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(String sql, String template, long first, int count, boolean active) throws SQLException {
        String chosen = sql + (active ? " = 0" : " <> 0") + " ORDER BY s.n";
        try (PreparedStatement statement = connection.prepareStatement(chosen)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= parameters - 3; i++) {
                statement.setLong(i, first);
            }
            statement.setString(parameters - 2, template);
            statement.setInt(parameters - 1, count);
            statement.setLong(parameters, first);
            statement.executeUpdate();
        }
    }

    /** A statement whose parameters are the first number, as often as needed, the template, the count and the first number. */
    private String copy(String table, String from) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT column_name"
                + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
                + " ORDER BY ordinal_position")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String column = found.getString(1);
                    columns.add(column);
                    values.add(OWN.getOrDefault(column, "t." + column));
                }
            }
        }
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                + " FROM bench_number s JOIN " + from + " t WHERE t.order_no = ? AND s.n < ? AND MOD(" + NUMBER + ", "
                + ACTIVE_EVERY + ")";
    }
}
