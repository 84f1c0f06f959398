package io.jointlending.system.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that the repayment provider really sends: read from the server's general log while repayments are made,
 * grouped by connection, cut into transactions, and only those kept that insert a repayment.
 */
final class CapturedRepays {
    private static final Pattern REPAYMENT = Pattern.compile("(?is)^\\s*insert\\s+into\\s+`?ledger_event`?\\s*\\(.*");
    private static final Pattern ORDER = Pattern.compile("\\b[0-9]{22}\\b");

    private CapturedRepays() {}

    /**
     * One repayment as the database saw it.
     *
     * @param orderNo whose
     * @param statements in the order they were sent, without the commit
     */
    record Repay(String orderNo, List<Literals> statements) {}

    /** Runs the work with the log on and answers the transactions of its repayments. */
    static List<Repay> during(Connection administrator, String account, Runnable work) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("SET GLOBAL log_output = 'TABLE'");
            statement.execute("TRUNCATE TABLE mysql.general_log");
            statement.execute("SET GLOBAL general_log = ON");
            try {
                work.run();
            } finally {
                statement.execute("SET GLOBAL general_log = OFF");
            }
            List<Repay> found = read(statement, account);
            statement.execute("TRUNCATE TABLE mysql.general_log");
            return found;
        }
    }

    private static List<Repay> read(Statement statement, String account) throws SQLException {
        Map<Long, List<String>> open = new HashMap<>();
        List<Repay> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT thread_id, argument FROM mysql.general_log"
                + " WHERE command_type IN ('Query', 'Execute') AND user_host LIKE '" + account + "[%'")) {
            while (rows.next()) {
                long connection = rows.getLong(1);
                String sql = rows.getString(2);
                String word = sql.strip().toLowerCase(Locale.ROOT);
                if (word.startsWith("commit")) {
                    List<String> statements = open.remove(connection);
                    if (statements != null
                            && statements.stream()
                                    .anyMatch(one -> REPAYMENT.matcher(one).matches())) {
                        found.add(repay(statements));
                    }
                } else if (word.startsWith("rollback")) {
                    open.remove(connection);
                } else if (!word.startsWith("set ")) {
                    open.computeIfAbsent(connection, unused -> new ArrayList<>())
                            .add(sql);
                }
            }
        }
        return found;
    }

    private static Repay repay(List<String> statements) {
        for (String sql : statements) {
            if (REPAYMENT.matcher(sql).matches()) {
                Matcher order = ORDER.matcher(sql);
                if (order.find()) {
                    return new Repay(
                            order.group(), statements.stream().map(Literals::of).toList());
                }
            }
        }
        throw new IllegalStateException("a repayment without an order: " + statements);
    }
}
