package io.jointlending.system.audit;

import io.jointlending.system.audit.AuditRule.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Audits the books of one run: its borrowers share a prefix. */
public final class Audit {
    private static final int MOST_ROWS = 10_000;
    private static final Pattern CHECK_SCRIPT = Pattern.compile("C[0-9]{3}__.*\\.sql");

    private final Connection connection;
    private final String borrowers;
    private final Set<String> settled;

    /**
     * An audit.
     *
     * @param connection of the database administrator
     * @param borrowerPrefix what the borrower numbers of the run begin with
     * @param settled numbers of the master orders that should be settled
     */
    public Audit(Connection connection, String borrowerPrefix, Set<String> settled) {
        this.connection = connection;
        this.borrowers = borrowerPrefix.replace("_", "\\_").replace("%", "\\%") + "%";
        this.settled = settled;
    }

    /**
     * What one rule found.
     *
     * @param rule the rule in words
     * @param rows how many rows break it
     * @param example the first of them, empty when there is none
     */
    public record Finding(String rule, long rows, String example) {}

    /** Messages and tasks that are not done, of the whole platform. */
    public long pending() {
        return AuditRule.whenQuiet().stream()
                .mapToLong(rule -> look(rule).rows())
                .sum();
    }

    /** Orders that should be settled and are not, by the rule that shows the most of them. */
    public long unsettled() {
        return AuditRule.whenSettled().stream()
                .mapToLong(rule -> look(rule).rows())
                .max()
                .orElse(0);
    }

    /** Rows that break a rule of the split, of the whole platform. */
    public long splitMismatches() {
        return AuditRule.always().stream().mapToLong(rule -> look(rule).rows()).sum();
    }

    /** All rules of this audit with what they found. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Stream.of(AuditRule.always(), AuditRule.whenSettled(), AuditRule.whenQuiet())
                .flatMap(List::stream)
                .forEach(rule -> findings.add(look(rule)));
        return findings;
    }

    /** One number of a SELECT, with the borrower pattern as its only parameter. */
    public long count(String sql) {
        try (PreparedStatement statement = prepared(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs the check scripts that are shipped for the DBAs: every SELECT must return no row. */
    public List<Finding> checkScripts(Path sqlFolder) {
        List<Finding> findings = new ArrayList<>();
        for (String schema : List.of("loan", "fund_router", "repayment", "channel_admin")) {
            for (Path script : scripts(sqlFolder.resolve(schema))) {
                findings.add(run(schema, script));
            }
        }
        return findings;
    }

    private Finding run(String schema, Path script) {
        long broken = 0;
        String example = "";
        int selects = 0;
        try {
            connection.setCatalog(schema);
            for (String select : statements(Files.readString(script))) {
                selects++;
                try (PreparedStatement statement = connection.prepareStatement(select);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        broken++;
                        example = example.isEmpty() ? row(rows) : example;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(script.toString(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("check script " + script, e);
        }
        return new Finding(
                "sql/" + schema + "/" + script.getFileName() + ": all " + selects + " checks", broken, example);
    }

    private Finding look(AuditRule rule) {
        long broken = 0;
        String example = "";
        try (PreparedStatement statement = prepared(rule.sql());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (rule.kind() != Kind.OPEN || settled.contains(rows.getString(1))) {
                    broken++;
                    example = example.isEmpty() ? row(rows) : example;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("audit: " + rule.name(), e);
        }
        return new Finding(rule.name(), broken, example);
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setMaxRows(MOST_ROWS);
        for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
            statement.setString(i, borrowers);
        }
        return statement;
    }

    private static String row(ResultSet rows) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            cells.add(String.valueOf(rows.getString(column)));
        }
        return String.join(" ", cells);
    }

    private static List<Path> scripts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            CHECK_SCRIPT.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no check scripts", e);
        }
    }

    /** Statements end with a semicolon at the end of a line, as the house rules of sql/ demand. */
    private static List<String> statements(String script) {
        String code =
                script.lines().filter(line -> !line.strip().startsWith("--")).collect(Collectors.joining("\n"));
        return Stream.of(code.split(";[ \t]*(\r?\n|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
