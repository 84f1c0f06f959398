package io.jointlending.support.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the statements of one script and keeps its row in the history. */
final class ScriptRun {
    private static final int FIRST_ROWS = 5;
    private static final Pattern DROPPED_TABLE =
            Pattern.compile("DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?`?(\\w+)`?", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final SchemaHistory history;

    ScriptRun(Connection connection, SchemaHistory history) {
        this.connection = connection;
        this.history = history;
    }

    /** Runs a V script; the row says RUNNING before, APPLIED or FAILED after. */
    void apply(ScriptFile script) throws SQLException {
        List<SqlStatement> statements = script.statements();
        history.begin(script);
        execute(script.version(), script.fileName(), statements, HistoryRow.State.APPLIED);
    }

    /** Runs the U script of a version. */
    void undo(String version, ScriptFile undo) throws SQLException {
        execute(version, undo.fileName(), undo.statements(), HistoryRow.State.ROLLED_BACK);
    }

    /** Runs a seed script as one transaction, its row of the history included. */
    void seed(ScriptFile script) throws SQLException {
        List<SqlStatement> statements = script.statements();
        for (SqlStatement statement : statements) {
            if (!statement.startsWith("INSERT") && !statement.startsWith("UPDATE")) {
                throw SchemaException.refused(script.fileName() + " line " + statement.line()
                        + ": a seed script has only INSERT and UPDATE, so that it can run as one transaction");
            }
        }
        connection.setAutoCommit(false);
        try {
            long start = System.nanoTime();
            history.begin(script);
            for (int i = 0; i < statements.size(); i++) {
                execute(script.fileName(), statements, i);
            }
            history.end(script.version(), HistoryRow.State.APPLIED, millisSince(start), null);
            connection.commit();
        } catch (SchemaException | SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The rows that the SELECTs of a check script return, and how many SELECTs there are. */
    int check(ScriptFile script, List<VerifyReport.BrokenRule> broken) throws SQLException {
        List<SqlStatement> statements = script.statements();
        for (SqlStatement select : statements) {
            if (!select.startsWith("SELECT") && !select.startsWith("WITH")) {
                throw SchemaException.refused(
                        script.fileName() + " line " + select.line() + ": a check script has only SELECTs");
            }
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.setMaxRows(FIRST_ROWS);
                try (ResultSet result = statement.executeQuery(select.text())) {
                    readBroken(script, select, result, broken);
                }
            } catch (SQLException e) {
                throw new SchemaException(
                        SchemaException.Reason.FAILED,
                        script.fileName() + " line " + select.line() + ": " + e.getMessage(),
                        e);
            }
        }
        return statements.size();
    }

    /** The tables with rows that this undo script would drop. */
    List<String> tablesWithDataDroppedBy(ScriptFile undo) throws SQLException {
        List<String> tables = new ArrayList<>();
        for (SqlStatement statement : undo.statements()) {
            Matcher dropped = DROPPED_TABLE.matcher(statement.text());
            if (dropped.lookingAt() && hasRows(dropped.group(1))) {
                tables.add(dropped.group(1));
            }
        }
        return tables;
    }

    private void execute(String version, String file, List<SqlStatement> statements, HistoryRow.State end)
            throws SQLException {
        long start = System.nanoTime();
        for (int i = 0; i < statements.size(); i++) {
            try {
                execute(file, statements, i);
            } catch (SchemaException e) {
                recordFailure(version, start, e);
                throw new SchemaException(
                        SchemaException.Reason.FAILED,
                        e.getMessage()
                                + ". What ran before it stays, because MySQL commits each DDL statement by itself: "
                                + "scripts/sql status says how to go on",
                        e);
            }
        }
        history.end(version, end, millisSince(start), null);
    }

    private void execute(String file, List<SqlStatement> statements, int index) {
        SqlStatement sql = statements.get(index);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.text());
        } catch (SQLException e) {
            throw new SchemaException(
                    SchemaException.Reason.FAILED,
                    String.format(
                            Locale.ROOT,
                            "%s statement %d of %d (line %d) failed: %s",
                            file,
                            index + 1,
                            statements.size(),
                            sql.line(),
                            e.getMessage()),
                    e);
        }
    }

    /** When even this fails the row stays RUNNING, which every later command reports. */
    private void recordFailure(String version, long start, SchemaException failure) {
        try {
            history.end(version, HistoryRow.State.FAILED, millisSince(start), failure.getMessage());
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean hasRows(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet exists = statement.executeQuery(
                    "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '" + table
                            + "'")) {
                if (!exists.next()) {
                    return false;
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT 1 FROM `" + table + "` LIMIT 1")) {
                return row.next();
            }
        }
    }

    private static void readBroken(
            ScriptFile script, SqlStatement select, ResultSet result, List<VerifyReport.BrokenRule> broken)
            throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            columns.add(meta.getColumnLabel(column));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= columns.size(); column++) {
                row.add(String.valueOf(result.getString(column)));
            }
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            broken.add(new VerifyReport.BrokenRule(
                    rows.get(0).get(0), script.fileName(), select.line(), List.copyOf(columns), List.copyOf(rows)));
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
