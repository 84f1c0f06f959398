package io.jointlending.system.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of one ledger, whatever columns it has, with numbers that no order has and with all dates moved back so that some
 * installments are overdue. They are deleted at the end; nothing else of the schema is touched.
 */
final class OverdueBook implements AutoCloseable {
    /** Days by which the dates go back: four of twelve monthly installments are then past due. */
    private static final int DAYS_BACK = 125;

    private static final int OVERDUE_EACH = 4;
    private static final int CHUNK = 1_000;
    /** Orders are numbered by date, and no loan is lent in the year 2099. */
    private static final String PREFIX = "991231";

    private static final int GENES = 1_024;

    private final Connection connection;
    private final PrintStream err;

    OverdueBook(Connection connection, PrintStream err) {
        this.connection = connection;
        this.err = err;
    }

    void fill(String template, long rows) throws SQLException {
        empty();
        long orders = (rows + OVERDUE_EACH - 1) / OVERDUE_EACH;
        err.println("filling " + orders + " ledgers with " + rows + " overdue installments");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE bench_number (n INT PRIMARY KEY)");
            statement.execute("INSERT INTO bench_number WITH RECURSIVE s (n) AS"
                    + " (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < 999) SELECT n FROM s");
        }
        String installments = copy("ledger_installment", "order_no");
        String ledgers = copy("ledger", "order_no");
        for (long first = 0; first < orders; first += CHUNK) {
            int count = Math.toIntExact(Math.min(CHUNK, orders - first));
            // the head last: a job never sees a ledger without its installments
            run(installments, template, first, count);
            run(ledgers, template, first, count);
            if (first / CHUNK % 20 == 19) {
                err.println("  " + (first + count) + " of " + orders);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE ledger, ledger_installment");
        }
    }

    void empty() throws SQLException {
        for (String table : List.of("penalty_snapshot", "ledger", "ledger_installment")) {
            String sql = "DELETE FROM " + table + " WHERE order_no LIKE '" + PREFIX + "%' LIMIT 20000";
            try (Statement statement = connection.createStatement()) {
                int deleted;
                do {
                    deleted = statement.executeUpdate(sql);
                } while (deleted > 0);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void run(String sql, String template, long first, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= parameters - 2; i++) {
                statement.setLong(i, first);
            }
            statement.setInt(parameters - 1, count);
            statement.setString(parameters, template);
            statement.executeUpdate();
        }
    }

    /** A statement whose parameters are the first number, as often as needed, how many copies, and the template. */
    private String copy(String table, String key) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT column_name, data_type"
                + " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
                + " ORDER BY ordinal_position")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String column = found.getString(1);
                    columns.add(column);
                    if (column.equals(key)) {
                        values.add("CONCAT('" + PREFIX + "', LPAD(s.n + ?, 12, '0'), LPAD(MOD(s.n + ?, " + GENES
                                + "), 4, '0'))");
                    } else if (column.equals("shard_key")) {
                        values.add("MOD(s.n + ?, " + GENES + ")");
                    } else if (found.getString(2).equals("date")) {
                        values.add("t." + column + " - INTERVAL " + DAYS_BACK + " DAY");
                    } else {
                        values.add("t." + column);
                    }
                }
            }
        }
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                + " FROM bench_number s JOIN " + table + " t WHERE s.n < ? AND t." + key + " = ?";
    }
}
