package io.jointlending.system.drill;

import io.jointlending.system.client.Await;
import io.jointlending.system.client.RunningPlatform;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The platform that a drill breaks: its processes by name, its servers by component, its database. */
final class DrillPlatform {
    private static final Duration SCRIPT_LIMIT = Duration.ofMinutes(4);
    private static final Duration END_LIMIT = Duration.ofSeconds(45);

    private final Path scripts;
    private final Path directory;
    private final PrintStream err;

    /**
     * A platform that {@code scripts/platform up --dir} started.
     *
     * @param scripts directory of the scripts
     * @param directory of the platform
     */
    DrillPlatform(Path scripts, Path directory, PrintStream err) {
        this.scripts = scripts;
        this.directory = directory;
        this.err = err;
    }

    /** As it is now: process ids change when an instance is started again. */
    RunningPlatform now() {
        return RunningPlatform.of(directory.resolve("platform.properties"));
    }

    /** Process ids of the providers' instances, by name such as {@code loan-provider-1}; not those of the servers. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>(now().pids());
        pids.keySet().removeIf(name -> !name.contains("-provider-"));
        return pids;
    }

    /** What every process has written since it was started first. */
    List<Path> logs() {
        try (Stream<Path> files = Files.find(
                directory.resolve("providers"),
                2,
                (path, found) -> path.endsWith("console.log") && found.isRegularFile())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the logs below " + directory + " cannot be listed", e);
        }
    }

    /** SIGKILL to one instance, such as {@code loan-provider-1}. */
    void kill(String instance) {
        signal(instance, "KILL");
        Await.until(instance + " is gone", END_LIMIT, () -> !alive(instance));
    }

    /** SIGTERM; does not wait. */
    void terminate(String instance) {
        signal(instance, "TERM");
    }

    /** Returns when it has ended by itself. */
    void awaitEnd(String instance) {
        Await.until(instance + " has ended", END_LIMIT, () -> !alive(instance));
    }

    boolean alive(String instance) {
        Long pid = pids().get(instance);
        return pid != null && ProcessHandle.of(pid).filter(DrillPlatform::runs).isPresent();
    }

    /** A killed child of a process that has not looked yet is still listed, but does not run. */
    private static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }

    /** Starts an instance again; returns when it is ready. */
    void start(String instance) {
        run("platform", "start", instance, "--dir", directory.toString());
    }

    /** {@code kill}, {@code freeze}, {@code resume} or {@code start} of a server. */
    void server(String command, String component) {
        err.println("  " + command + " " + component);
        run("stack", command, component, "--dir", directory.resolve("stack").toString());
    }

    /** Every rule of every schema; throws when one is broken. */
    void verify() {
        run("sql", "verify", "--schema", "all");
    }

    Connection database() throws SQLException {
        return now().database();
    }

    /** First column of the first row. */
    long number(String sql) {
        return numbers(sql).get(0);
    }

    /** First column of the first row, as text. */
    String text(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** First column of all rows, as text. */
    List<String> texts(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** First column of all rows. */
    List<Long> numbers(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How many rows a statement changed. */
    int change(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void signal(String instance, String name) {
        Long pid = pids().get(instance);
        if (pid == null) {
            throw new IllegalStateException("no instance " + instance);
        }
        err.println("  SIG" + name + " to " + instance);
        execute(List.of("kill", "-" + name, Long.toString(pid)));
    }

    private void run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(scripts.resolve(script).toString()));
        command.addAll(List.of(arguments));
        execute(command);
    }

    private void execute(List<String> command) {
        RunningPlatform platform = now();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JL_DBA_URL", platform.required("dba.url"));
        builder.environment().put("JL_DBA_USER", platform.required("dba.user"));
        builder.environment().put("JL_DBA_PASSWORD", platform.required("dba.password"));
        try {
            Process process = builder.start();
            if (!process.waitFor(SCRIPT_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed, see above");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
