package io.jointlending.support.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the archive scripts of a schema, {@code archive/A001__name.sql}: the first SELECT chooses and locks the orders of a
 * batch, INSERTs copy them, the other SELECTs compare and must answer no row, DELETEs are repeated until nothing is left. A
 * batch is one transaction: whatever happens, an order is in one place, with everything that the script moves of it. A script
 * that says {@code ${keys}} in place of {@code ${orders}} chooses other keys, such as the tasks of archived orders.
 */
final class ArchiveRun {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern COPY = Pattern.compile("INSERT\\s+INTO\\s+(\\w+)_archive\\b.*", Pattern.DOTALL);
    private static final Pattern REMOVAL =
            Pattern.compile("DELETE\\s+FROM\\s+(\\w+)\\b.*LIMIT\\s+\\d+", Pattern.DOTALL);

    private static final String ORDERS = "${orders}";

    private final Connection connection;
    private final ArchiveRequest request;
    private final Consumer<String> log;
    private final Map<String, Long> rows = new TreeMap<>();
    private final List<String> statements = new ArrayList<>();
    private long orders;
    private int batches;

    ArchiveRun(Connection connection, ArchiveRequest request, Consumer<String> log) {
        this.connection = connection;
        this.request = request;
        this.log = log;
    }

    ArchiveReport run(ScriptFolder scripts, String database, Path schemaDir) throws SQLException {
        boolean finished = true;
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try {
            for (ScriptFile script : archiveScripts(schemaDir)) {
                finished &= run(script);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
        return new ArchiveReport(
                scripts.schema(), database, orders, batches, finished, Map.copyOf(rows), List.copyOf(statements));
    }

    /** True when nothing is left to archive by this script. */
    private boolean run(ScriptFile script) throws SQLException {
        List<SqlStatement> all = checked(script);
        boolean ofOrders = all.stream().anyMatch(statement -> statement.text().contains(ORDERS));
        String after = "";
        while (batches < request.mostBatches()) {
            List<String> keys = keys(fill(all.get(0), after, List.of()));
            if (keys.isEmpty()) {
                return true;
            }
            if (request.dryRun()) {
                orders += ofOrders ? keys.size() : 0;
                for (SqlStatement statement : all) {
                    statements.add(fill(statement, after, keys));
                }
                return false;
            }
            move(script, all, after, keys);
            connection.commit();
            orders += ofOrders ? keys.size() : 0;
            batches++;
            after = keys.get(keys.size() - 1);
            log.accept(script.fileName() + ": batch " + batches + " moved " + keys.size() + (ofOrders ? " orders" : "")
                    + " up to " + after);
            pause();
        }
        return false;
    }

    private void move(ScriptFile script, List<SqlStatement> all, String after, List<String> keys) throws SQLException {
        Map<String, Long> copied = new TreeMap<>();
        Map<String, Long> removed = new TreeMap<>();
        for (SqlStatement template : all.subList(1, all.size())) {
            String sql = fill(template, after, keys);
            String where = script.fileName() + " line " + template.line();
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                if (template.startsWith("INSERT")) {
                    copied.merge(tableOf(COPY, template), statement.executeLargeUpdate(sql), Long::sum);
                } else if (template.startsWith("SELECT")) {
                    requireNoRow(statement, sql, where);
                } else {
                    removed.merge(tableOf(REMOVAL, template), removeAll(statement, sql), Long::sum);
                }
            } catch (SQLException e) {
                throw new SchemaException(
                        SchemaException.Reason.FAILED,
                        where + ": " + e.getMessage() + ". This batch is rolled back, those before it stay moved",
                        e);
            }
        }
        if (!copied.equals(removed)) {
            throw new SchemaException(
                    SchemaException.Reason.FAILED,
                    script.fileName() + " copied " + copied + " rows and deleted " + removed
                            + ": this batch is rolled back");
        }
        copied.forEach((table, count) -> rows.merge(table, count, Long::sum));
    }

    private static long removeAll(Statement statement, String sql) throws SQLException {
        long removed = 0;
        long now = statement.executeLargeUpdate(sql);
        while (now > 0) {
            removed += now;
            now = statement.executeLargeUpdate(sql);
        }
        return removed;
    }

    private static void requireNoRow(Statement statement, String sql, String where) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            if (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getMetaData().getColumnLabel(column) + " = " + result.getString(column));
                }
                throw new SchemaException(
                        SchemaException.Reason.FAILED,
                        where + ": " + String.join(", ", row) + ". This batch is rolled back, nothing is lost");
            }
        }
    }

    private List<String> keys(String select) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            while (result.next()) {
                String key = String.valueOf(result.getString(1));
                if (!KEY.matcher(key).matches()) {
                    throw SchemaException.refused("not a key that goes into a statement: " + key);
                }
                keys.add(key);
            }
        }
        return keys;
    }

    private String fill(SqlStatement statement, String after, List<String> keys) {
        String listed = keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
        return statement
                .text()
                .replace("${before}", "'" + request.before() + "'")
                .replace("${after}", "'" + after + "'")
                .replace("${batch}", Integer.toString(request.batch()))
                .replace(ORDERS, listed)
                .replace("${keys}", listed);
    }

    private void pause() {
        try {
            Thread.sleep(request.pauseMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SchemaException.refused("interrupted after " + batches + " batches; the next run goes on");
        }
    }

    private static String tableOf(Pattern pattern, SqlStatement statement) {
        Matcher parts = pattern.matcher(statement.text());
        if (!parts.matches()) {
            throw SchemaException.refused("line " + statement.line() + " is not like " + pattern);
        }
        return parts.group(1);
    }

    private static List<SqlStatement> checked(ScriptFile script) {
        List<SqlStatement> statements = script.statements();
        if (statements.isEmpty() || !statements.get(0).startsWith("SELECT")) {
            throw SchemaException.refused(
                    script.fileName() + " does not begin with the SELECT that chooses the orders");
        }
        for (SqlStatement statement : statements) {
            if (statement.startsWith("INSERT")) {
                tableOf(COPY, statement);
            } else if (!statement.startsWith("SELECT")) {
                tableOf(REMOVAL, statement);
            }
        }
        return statements;
    }

    private static List<ScriptFile> archiveScripts(Path schemaDir) {
        Path folder = schemaDir.resolve("archive");
        if (!Files.isDirectory(folder)) {
            throw SchemaException.refused("there are no archive scripts in " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<ScriptFile> scripts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                ScriptFile script = ScriptFile.of(file);
                if (script == null || script.kind() != 'A') {
                    throw SchemaException.refused("the name of " + file + " is not like A001__name.sql");
                }
                scripts.add(script);
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
