package io.jointlending.support.schema;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The command line behind {@code scripts/sql}: see {@link ToolOptions#USAGE}. */
public final class SchemaTool {
    /** Commands whose dry run only lists the scripts; the others look at the data as well, or change nothing anyway. */
    private static final Set<String> DRY_RUN_LISTS = Set.of("apply", "rollback", "seed");

    private final ToolOptions options;
    private final PrintStream log;
    private final List<Map<String, @Nullable Object>> results = new ArrayList<>();
    private volatile boolean allWell = true;

    private SchemaTool(ToolOptions options, PrintStream log) {
        this.options = options;
        this.log = log;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.out, System.err));
    }

    /**
     * Runs one command.
     *
     * @return 0 done, 1 failed, 2 usage, 3 timeout, 4 refused
     */
    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream log) {
        if (List.of(args).contains("--help")) {
            out.print(ToolOptions.USAGE);
            return 0;
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("command", args.length == 0 ? null : args[0]);
        SchemaTool tool = null;
        int exitCode;
        try {
            tool = new SchemaTool(ToolOptions.parse(args, environment), log);
            tool.work();
            exitCode = tool.allWell ? 0 : SchemaException.Reason.FAILED.exitCode();
            line.put("ok", tool.allWell);
        } catch (SchemaException e) {
            exitCode = e.reason().exitCode();
            log.println(e.getMessage());
            if (e.reason() == SchemaException.Reason.USAGE) {
                log.println("scripts/sql --help lists the commands and options");
            }
            line.put("ok", false);
            line.put("error", e.getMessage());
        }
        line.put("exitCode", exitCode);
        if (tool != null) {
            line.put("dryRun", tool.options.dryRun);
            line.put("schemas", tool.results);
        }
        out.println(JsonLine.write(line));
        return exitCode;
    }

    /** Schemas do not know of each other, so their scripts run side by side; what is told keeps their order. */
    private void work() {
        List<Path> folders = options.schemas();
        int size = Math.max(1, folders.size());
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(size));
        try {
            List<Future<List<Map<String, @Nullable Object>>>> running = new ArrayList<>();
            for (Path folder : folders) {
                running.add(threads.submit(() -> work(folder)));
            }
            @Nullable SchemaException first = null;
            for (var each : running) {
                try {
                    results.addAll(each.get());
                } catch (ExecutionException e) {
                    SchemaException failure = failure(e);
                    if (first == null) {
                        first = failure;
                    } else {
                        first.addSuppressed(failure);
                    }
                }
            }
            if (first != null) {
                throw first;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaException(SchemaException.Reason.FAILED, "interrupted", e);
        } finally {
            threads.shutdown();
        }
    }

    private static SchemaException failure(ExecutionException e) {
        if (e.getCause() instanceof SchemaException failure) {
            return failure;
        }
        throw new IllegalStateException("a schema failed in an unforeseen way", e.getCause());
    }

    private List<Map<String, @Nullable Object>> work(Path folder) {
        List<Map<String, @Nullable Object>> done = new ArrayList<>();
        String database = options.databaseOf(folder);
        boolean exists = databaseExists(database);
        if (!exists && !options.createDatabase) {
            throw SchemaException.refused("there is no database " + database
                    + (options.command.equals("apply") ? ": --create-database makes it" : ""));
        }
        if (options.dryRun && DRY_RUN_LISTS.contains(options.command)) {
            dryRun(folder, database, exists, done);
            return done;
        }
        if (!exists) {
            createDatabase(database);
        }
        try (Connection connection = connect(database)) {
            run(folder, connection, done);
        } catch (SQLException e) {
            throw unreachable(e);
        }
        return done;
    }

    private void run(Path folder, Connection connection, List<Map<String, @Nullable Object>> done) {
        switch (options.command) {
            case "apply" -> {
                add(done, SchemaScripts.apply(connection, folder, options.to, options.timeoutSeconds), "applied");
                if (options.accounts) {
                    String password = options.accountPassword(String.valueOf(folder.getFileName()));
                    add(done, SchemaScripts.accounts(connection, folder, password), "accounts");
                }
                if (options.seed) {
                    add(done, SchemaScripts.seed(connection, folder), "seeded");
                }
            }
            case "rollback" -> {
                String version = String.valueOf(options.version);
                add(
                        done,
                        SchemaScripts.rollback(connection, folder, version, options.dropData, options.timeoutSeconds),
                        "rolled back");
            }
            case "seed" -> add(done, SchemaScripts.seed(connection, folder), "seeded");
            case "archive" -> {
                ArchiveReport report =
                        SchemaScripts.archive(connection, folder, options.archiveRequest(), log::println);
                report.statements().forEach(statement -> log.println(statement + ";"));
                log.println(report.database() + ": " + (options.dryRun ? "would archive " : "archived ")
                        + report.orders() + " orders" + (report.finished() ? "" : ", more are left"));
                done.add(JsonLine.components(report));
            }
            case "verify" -> {
                VerifyReport report = SchemaScripts.verify(connection, folder);
                for (VerifyReport.BrokenRule rule : report.broken()) {
                    allWell = false;
                    log.println(report.database() + ": " + rule.file() + " line " + rule.line() + ": " + rule.rule());
                    rule.rows().forEach(row -> log.println("  " + rule.columns() + " = " + row));
                }
                log.println(report.database() + ": " + report.checks() + " checks, "
                        + report.broken().size() + " broken");
                done.add(JsonLine.components(report));
            }
            default -> {
                SchemaStatus status = SchemaScripts.status(connection, folder);
                log.println(status.database() + ": " + status.version() + " " + status.condition()
                        + (status.advice() == null ? "" : ": " + status.advice()));
                done.add(JsonLine.components(status));
            }
        }
    }

    private void add(List<Map<String, @Nullable Object>> done, ChangeReport report, String did) {
        log.println(report.database() + ": " + did + " " + report.scripts() + ", now " + report.version());
        Map<String, @Nullable Object> result = JsonLine.components(report);
        result.put("did", did);
        done.add(result);
    }

    private void dryRun(Path folder, String database, boolean exists, List<Map<String, @Nullable Object>> done) {
        List<String> statements = new ArrayList<>();
        if (!exists) {
            statements.add(creation(database));
        }
        if (exists) {
            try (Connection connection = connect(database)) {
                statements.addAll(DryRun.statements(SchemaScripts.status(connection, folder), folder, options));
            } catch (SQLException e) {
                throw unreachable(e);
            }
        } else {
            SchemaStatus nothing = SchemaStatus.of(ScriptFolder.read(folder), database, List.of());
            statements.addAll(DryRun.statements(nothing, folder, options));
        }
        log.println("-- database " + database);
        statements.forEach(statement -> log.println(statement + ";"));
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("schema", String.valueOf(folder.getFileName()));
        result.put("database", database);
        result.put("statements", statements);
        done.add(result);
    }

    private boolean databaseExists(String database) {
        try (Connection connection = connect("");
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?")) {
            statement.setString(1, database);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private void createDatabase(String database) {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute(creation(database));
            log.println(database + ": created");
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static String creation(String database) {
        return "CREATE DATABASE IF NOT EXISTS `" + database + "` DEFAULT CHARACTER SET utf8mb4";
    }

    private Connection connect(String database) throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", options.user);
        account.setProperty("password", options.password());
        account.setProperty("characterEncoding", StandardCharsets.UTF_8.name());
        return DriverManager.getConnection(options.urlOf(database), account);
    }

    private static SchemaException unreachable(SQLException e) {
        return new SchemaException(SchemaException.Reason.FAILED, "the database answered: " + e.getMessage(), e);
    }
}
