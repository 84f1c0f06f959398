package io.jointlending.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * MariaDB, used as the tools of MariaDB use it: the system tables come from its own SQL scripts through
 * {@code --bootstrap}, as in mariadb-install-db, then the server runs with the settings of a stock MySQL 8.
 */
final class MariaDbServer implements Server {
    private static final int PROBE_TIMEOUT_MS = 500;
    private static final int PROTOCOL_VERSION = 10;
    private static final int PASSWORD_BYTES = 16;
    private static final int MAX_CONNECTIONS = 500;
    private static final String REDO_LOG = "48M";

    /** No statement of this system takes so long; one that does is in {@code logs/mariadb-slow.log}. */
    private static final int SLOW_SECONDS = 2;

    /** The scripts of mariadb-install-db in its order; the help tables are left out, they are two megabytes of text. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    /** The default of MySQL 8. MariaDB's own default lets more through. */
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private final StackDirectory directory;
    private final Artifacts artifacts;
    private final ChildRecords children;
    private final int port;
    private final boolean fast;

    MariaDbServer(StackDirectory directory, Artifacts artifacts, ChildRecords children, int port, boolean fast) {
        this.directory = directory;
        this.artifacts = artifacts;
        this.children = children;
        this.port = port;
        this.fast = fast;
    }

    @Override
    public Component component() {
        return Component.MARIADB;
    }

    @Override
    public void prepare() {
        artifacts.mariaDb();
        Path data = directory.data(Component.MARIADB);
        if (Files.isDirectory(data)) {
            return;
        }
        Path draft = data.resolveSibling("mariadb.part");
        StackDirectory.deleteTree(draft);
        StackDirectory.makeDirectory(draft);
        String password = newPassword();
        StackDirectory.write(directory.rootPassword(), password + "\n");
        bootstrap(draft, password);
        try {
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + draft + " to " + data, e);
        }
    }

    /** The password of root over TCP, made with the data directory. */
    String rootPassword() {
        try {
            return Files.readString(directory.rootPassword()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the root password of MariaDB", e);
        }
    }

    /** The command line client, for scripts. */
    Path client() {
        return artifacts.mariaDb().resolve("bin/mariadb");
    }

    @Override
    public List<String> command() {
        List<String> command = common(directory.data(Component.MARIADB));
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // Relative to the data directory: a long path does not fit into a socket address.
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                // Otherwise 11.4 makes TLS keys at every start, five seconds of it.
                "--skip-ssl",
                "--skip-name-resolve",
                "--performance-schema=OFF",
                "--slow-query-log=1",
                "--long-query-time=" + SLOW_SECONDS,
                "--slow-query-log-file=" + directory.logs().resolve("mariadb-slow.log"),
                "--max-connections=" + MAX_CONNECTIONS,
                "--innodb-buffer-pool-size=" + System.getProperty("devstack.mariadb.buffer-pool", "256M"),
                "--innodb-log-file-size=" + System.getProperty("devstack.mariadb.redo-log", REDO_LOG),
                "--innodb-flush-log-at-trx-commit=" + (fast ? 2 : 1),
                "--character-set-server=utf8mb4",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--sql-mode=" + SQL_MODE));
        return command;
    }

    @Override
    public boolean talks() {
        return false;
    }

    /** The server speaks first: a greeting with its protocol version, or an error when it cannot serve. */
    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_TIMEOUT_MS);
            socket.setSoTimeout(PROBE_TIMEOUT_MS);
            byte[] greeting = socket.getInputStream().readNBytes(5);
            return greeting.length == 5 && greeting[4] == PROTOCOL_VERSION;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> common(Path data) {
        Path base = artifacts.mariaDb();
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--character-sets-dir=" + base.resolve("share/charsets"),
                "--datadir=" + data,
                "--tmpdir=" + directory.tmp(Component.MARIADB),
                "--innodb-log-file-size=" + REDO_LOG));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private void bootstrap(Path data, String password) {
        List<String> command = common(data);
        command.addAll(List.of(
                "--bootstrap",
                "--silent-startup",
                "--log-warnings=0",
                "--max-allowed-packet=8M",
                "--innodb-flush-log-at-trx-commit=0"));
        Progress.say("mariadb: creating the data directory (first time only)");
        Path log = directory.log(Component.MARIADB);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            children.add("mariadb-bootstrap", process.toHandle());
            try (OutputStream sql = process.getOutputStream()) {
                sendSystemTables(sql, artifacts.mariaDb().resolve("share"));
                sql.write(accounts(password).getBytes(StandardCharsets.UTF_8));
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw StackFailure.failed("mariadb: the data directory cannot be created, exit code " + exit + ", log "
                        + log + ":\n" + StackDirectory.tail(log));
            }
        } catch (IOException e) {
            throw StackFailure.failed(
                    "mariadb: the data directory cannot be created: " + e + "\n" + StackDirectory.tail(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StackFailure.failed("mariadb: interrupted while the data directory was created");
        }
    }

    private static void sendSystemTables(OutputStream sql, Path share) throws IOException {
        sql.write("create database mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n".getBytes(StandardCharsets.UTF_8));
        for (String script : SYSTEM_TABLES) {
            try (BufferedReader lines = Files.newBufferedReader(share.resolve(script))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    // As in mariadb-install-db: no account for the name of this machine.
                    if (!line.contains("@current_hostname")) {
                        sql.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private static String accounts(String password) {
        return """
                use mysql;
                flush privileges;
                create or replace user 'root'@'127.0.0.1' identified by '%1$s';
                grant all on *.* to 'root'@'127.0.0.1' with grant option;
                set password for 'root'@'localhost' = password('%1$s');
                drop user if exists 'root'@'::1';
                """
                .formatted(password);
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
