package io.jointlending.system.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What makes a database take many rows quickly: no flush at each commit, a log that is not full all the time, and no rules
 * checked for rows that are copies. All of it is taken back at the end. Variables a server does not have are left alone.
 */
final class BulkLoading implements AutoCloseable {
    private static final Map<String, String> FOR_ALL = Map.of(
            "innodb_flush_log_at_trx_commit", "0",
            "innodb_log_file_size", "2147483648",
            "innodb_io_capacity", "4000",
            "innodb_io_capacity_max", "8000");
    private static final Map<String, String> FOR_THE_SESSION =
            Map.of("unique_checks", "0", "foreign_key_checks", "0", "check_constraint_checks", "0");

    private final Connection connection;
    private final Map<String, String> before = new LinkedHashMap<>();

    private BulkLoading(Connection connection) {
        this.connection = connection;
    }

    static BulkLoading begin(Connection connection) throws SQLException {
        BulkLoading loading = new BulkLoading(connection);
        for (var variable : FOR_ALL.entrySet()) {
            loading.change("GLOBAL", variable.getKey(), variable.getValue());
        }
        for (var variable : FOR_THE_SESSION.entrySet()) {
            loading.change("SESSION", variable.getKey(), variable.getValue());
        }
        connection.setAutoCommit(false);
        return loading;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        for (var variable : before.entrySet()) {
            set(variable.getKey(), variable.getValue());
        }
    }

    private void change(String scope, String name, String value) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SHOW " + scope + " VARIABLES WHERE variable_name = '" + name + "'")) {
            if (found.next()) {
                String old = found.getString(2);
                before.put(scope + " " + name, old);
                set(scope + " " + name, value);
            }
        }
    }

    private void set(String name, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET " + name + " = " + value);
        }
    }
}
