package io.jointlending.system.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A second database with the tables of the repayment provider as they were at one moment. */
final class TableCopies {
    private static final String ORIGINAL = "repayment";
    private static final String KEPT = "bench_repayment_kept";
    static final String WORKING = "bench_repayment";

    private final Connection administrator;
    private final List<String> tables = new ArrayList<>();

    /** Keeps the tables as they are now. */
    TableCopies(Connection administrator) throws SQLException {
        this.administrator = administrator;
        try (Statement statement = administrator.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = '" + ORIGINAL + "' ORDER BY table_name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        copy(ORIGINAL, KEPT);
    }

    /** Makes the working copy anew. */
    void reset() throws SQLException {
        copy(KEPT, WORKING);
    }

    void drop() throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + WORKING);
            statement.execute("DROP DATABASE IF EXISTS " + KEPT);
        }
    }

    private void copy(String from, String to) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + to);
            statement.execute("CREATE DATABASE " + to + " CHARACTER SET utf8mb4");
            for (String table : tables) {
                statement.execute("CREATE TABLE " + to + "." + table + " LIKE " + from + "." + table);
                statement.execute("INSERT INTO " + to + "." + table + " SELECT * FROM " + from + "." + table);
            }
        }
    }
}
