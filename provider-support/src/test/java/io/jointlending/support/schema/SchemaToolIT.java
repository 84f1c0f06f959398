package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaToolIT {
    @TempDir
    Path sql = Path.of("");

    private final TestDatabase database = TestDatabase.create();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void one_schema() throws IOException {
        Path folder = Files.createDirectory(sql.resolve("toy"));
        Files.writeString(folder.resolve("V001__make_a.sql"), "CREATE TABLE a (id INT NOT NULL, PRIMARY KEY (id));\n");
        Files.writeString(folder.resolve("U001__make_a.sql"), "DROP TABLE IF EXISTS a;\n");
        Files.writeString(folder.resolve("C001__make_a.sql"), "SELECT 'no zero', id FROM a WHERE id = 0;\n");
        Files.writeString(
                folder.resolve("grants.sql"),
                """
                CREATE USER IF NOT EXISTS '${database}'@'127.0.0.1' IDENTIFIED BY '${password}';
                GRANT SELECT, INSERT ON `${database}`.* TO '${database}'@'127.0.0.1';
                """);
    }

    @AfterEach
    void drop_the_database() {
        database.execute("DROP USER IF EXISTS '" + database.name() + "'@'127.0.0.1'");
        database.close();
    }

    @Test
    void apply_verify_rollback_answer_with_one_line_and_an_exit_code() {
        assertThat(run("apply")).isZero();
        assertThat(line())
                .isEqualTo(
                        "{\"command\":\"apply\",\"ok\":true,\"exitCode\":0,\"dryRun\":false,\"schemas\":[{\"schema\":\"toy\","
                                + "\"database\":\"" + database.name()
                                + "\",\"scripts\":[\"V001__make_a.sql\"],\"version\":\"V001\",\"did\":\"applied\"}]}");
        assertThat(run("verify")).isZero();
        database.execute("INSERT INTO a VALUES (0)");
        assertThat(run("verify")).isEqualTo(1);
        assertThat(line()).contains("\"rule\":\"no zero\"");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("C001__make_a.sql line 1: no zero");
        assertThat(run("rollback", "--version", "V001")).isEqualTo(4);
        assertThat(run("rollback", "--version", "V001", "--drop-data")).isZero();
        assertThat(run("status")).isZero();
        assertThat(line()).contains("\"condition\":\"BEHIND\",\"version\":\"V000\"");
    }

    @Test
    void a_dry_run_prints_the_statements_and_changes_nothing() {
        assertThat(run("apply", "--dry-run", "--accounts")).isZero();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("CREATE TABLE a (id INT NOT NULL, PRIMARY KEY (id));", "IDENTIFIED BY '${password}';");
        assertThat(line()).contains("\"dryRun\":true").contains("CREATE TABLE IF NOT EXISTS schema_history");
        assertThat(database.tables()).isEmpty();
        run("apply");
        assertThat(run("rollback", "--version", "V001", "--dry-run")).isZero();
        assertThat(line()).contains("\"statements\":[\"DROP TABLE IF EXISTS a\"]");
        assertThat(database.tables()).containsExactly("a", "schema_history");
    }

    @Test
    void an_account_gets_its_password_and_no_message_shows_it() throws SQLException {
        String password = "it's a \\ pass";
        assertThat(run(Map.of("JL_TOY_DB_PASSWORD", password), "apply", "--accounts"))
                .isZero();
        try (Connection account =
                DriverManager.getConnection(database.serverUrl() + "/" + database.name(), database.name(), password)) {
            assertThat(account.isValid(1)).isTrue();
        }
        assertThat(log.toString(StandardCharsets.UTF_8) + line()).doesNotContain("a \\ pass", "it''s");
        assertThat(run("apply", "--accounts")).isEqualTo(2);
        assertThat(line()).contains("JL_TOY_DB_PASSWORD");
    }

    @Test
    void a_missing_database_is_refused_or_made() {
        String missing = database.name() + "_b";
        assertThat(run("apply", "--database", missing)).isEqualTo(4);
        assertThat(line()).contains("there is no database " + missing + ": --create-database makes it");
        assertThat(run("apply", "--database", missing, "--create-database", "--dry-run"))
                .isZero();
        assertThat(line()).contains("CREATE DATABASE IF NOT EXISTS `" + missing + "`");
        assertThat(run("status", "--database", missing)).isEqualTo(4);
        try {
            assertThat(run("apply", "--database", missing, "--create-database")).isZero();
        } finally {
            database.execute("DROP DATABASE IF EXISTS " + missing);
        }
    }

    @Test
    void all_schemas_are_made_and_filled_side_by_side_and_told_in_order() throws IOException {
        schema("ant", "CREATE TABLE b (id INT NOT NULL, PRIMARY KEY (id));");
        Path broken = schema("bee", "CREATE TABLE c (id NONSENSE);");
        String suffix = "_" + database.name();
        try {
            assertThat(runAll("apply", "--database-suffix", suffix, "--create-database", "--seed"))
                    .isEqualTo(1);
            assertThat(line()).contains("V001__make.sql statement 1 of 1", "NONSENSE");
            Files.writeString(broken.resolve("V001__make.sql"), "CREATE TABLE b (id INT NOT NULL, PRIMARY KEY (id));");
            database.execute("DROP DATABASE bee" + suffix);
            assertThat(runAll("apply", "--database-suffix", suffix, "--create-database", "--seed"))
                    .isZero();
            assertThat(line())
                    .containsSubsequence(
                            "\"schema\":\"ant\"",
                            "\"scripts\":[]", // applied although its neighbour failed
                            "\"schema\":\"bee\"",
                            "\"scripts\":[\"V001__make.sql\"]",
                            "\"did\":\"applied\"",
                            "\"scripts\":[\"S001__one.sql\"]",
                            "\"did\":\"seeded\"",
                            "\"schema\":\"toy\"");
            assertThat(database.texts(
                            "SELECT CONCAT(a.id, b.id) FROM ant" + suffix + ".b a JOIN bee" + suffix + ".b b"))
                    .containsExactly("77");
        } finally {
            for (String each : List.of("ant", "bee", "toy")) {
                database.execute("DROP DATABASE IF EXISTS " + each + suffix);
            }
        }
    }

    private Path schema(String name, String version) throws IOException {
        Path folder = sql.resolve(name);
        Files.createDirectories(folder.resolve("seed"));
        Files.writeString(folder.resolve("V001__make.sql"), version);
        Files.writeString(folder.resolve("seed").resolve("S001__one.sql"), "INSERT INTO b VALUES (7);");
        Files.writeString(folder.resolve("grants.sql"), "SELECT 1;");
        return folder;
    }

    @Test
    void a_server_that_is_not_there_is_a_failure_without_a_stack_trace() {
        assertThat(run("status", "--url", "jdbc:mysql://127.0.0.1:1")).isEqualTo(1);
        assertThat(line()).contains("\"ok\":false,\"error\":\"the database answered: Communications link failure");
    }

    /**
     * The shipped scripts, every schema, version by version: taking one back leaves what was there before it, and applying it again
     * what was there after it; each column, index, constraint and row is compared.
     */
    @Test
    void the_shipped_scripts_go_back_and_forth() throws IOException {
        Path shipped = Path.of(System.getProperty("project.root", ".."), "sql");
        try (var folders = Files.list(shipped)) {
            for (Path folder : folders.filter(f -> Files.exists(f.resolve("grants.sql")))
                    .sorted()
                    .toList()) {
                List<ScriptFile> versions =
                        new ArrayList<>(ScriptFolder.read(folder).versions().values());
                if (versions.isEmpty()) {
                    continue;
                }
                try (TestDatabase own = TestDatabase.create()) {
                    for (ScriptFile version : versions) {
                        backAndForth(own, folder, version.version());
                    }
                    List<String> first = dump(own);
                    assertThat(SchemaScripts.verify(own.connection(), folder).broken())
                            .isEmpty();
                    for (int i = versions.size() - 1; i >= 0; i--) {
                        // what there is are the rows that the scripts themselves insert
                        SchemaScripts.rollback(
                                own.connection(), folder, versions.get(i).version(), true, 10);
                    }
                    assertThat(own.tables()).as("%s", folder).containsExactly("schema_history");
                    SchemaScripts.apply(own.connection(), folder);
                    assertThat(dump(own)).as("%s", folder).isEqualTo(first);
                    SchemaScripts.seed(own.connection(), folder);
                    assertThat(SchemaScripts.verify(own.connection(), folder).broken())
                            .isEmpty();
                    assertThat(SchemaScripts.seed(own.connection(), folder).scripts())
                            .isEmpty();
                    runGrants(own, folder);
                }
            }
        }
    }

    private static void backAndForth(TestDatabase own, Path folder, String version) {
        List<String> before = dump(own);
        SchemaScripts.apply(own.connection(), folder, version, 10);
        List<String> after = dump(own);
        // what there is are the rows that the scripts themselves insert
        SchemaScripts.rollback(own.connection(), folder, version, true, 10);
        assertThat(dump(own)).as("%s without %s", folder, version).isEqualTo(before);
        SchemaScripts.apply(own.connection(), folder, version, 10);
        assertThat(dump(own)).as("%s with %s again", folder, version).isEqualTo(after);
    }

    /** For an account of its own: the accounts of the providers may be in use on this server. */
    private void runGrants(TestDatabase own, Path folder) throws IOException {
        String account = "'" + own.name() + "'@'127.0.0.1'";
        Path copy = Files.createDirectories(sql.resolve("copy").resolve(own.name()));
        Files.writeString(
                copy.resolve("grants.sql"),
                Files.readString(folder.resolve("grants.sql")).replaceAll("'\\w+'@'%'", account));
        try {
            SchemaScripts.accounts(own.connection(), copy, "of nobody");
            assertThat(own.texts("SHOW GRANTS FOR " + account))
                    .anyMatch(grant -> grant.startsWith("GRANT SELECT, INSERT, UPDATE ON"))
                    .anyMatch(grant -> grant.startsWith("GRANT DELETE ON") && grant.contains("mq_outbox"))
                    .noneMatch(grant -> grant.contains("ALL PRIVILEGES"));
        } finally {
            own.execute("DROP USER IF EXISTS " + account);
        }
    }

    /** Structure and rows, without the history and without the times at which rows were written. */
    private static List<String> dump(TestDatabase database) {
        String ours = " WHERE table_schema = DATABASE() AND table_name <> 'schema_history'";
        List<String> dump = new ArrayList<>(database.texts(
                "SELECT CONCAT_WS('|', table_name, column_name, ordinal_position, column_type, is_nullable,"
                        + " column_default, collation_name, extra, column_comment) FROM information_schema.columns"
                        + ours
                        + " ORDER BY table_name, ordinal_position"));
        dump.addAll(
                database.texts("SELECT CONCAT_WS('|', table_name, index_name, seq_in_index, column_name, non_unique)"
                        + " FROM information_schema.statistics" + ours
                        + " ORDER BY table_name, index_name, seq_in_index"));
        dump.addAll(database.texts("SELECT CONCAT_WS('|', table_name, constraint_name, constraint_type)"
                + " FROM information_schema.table_constraints" + ours + " ORDER BY 1"));
        for (String table : database.tables()) {
            if (!table.equals("schema_history")) {
                dump.addAll(rows(database, table));
            }
        }
        return dump;
    }

    private static List<String> rows(TestDatabase database, String table) {
        List<String> columns = database.texts("SELECT column_name FROM information_schema.columns WHERE table_schema ="
                + " DATABASE() AND table_name = '" + table + "' AND column_name NOT IN ('created_at', 'updated_at')"
                + " ORDER BY ordinal_position");
        return database.texts("SELECT CONCAT_WS('|', '" + table + "', "
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> "COALESCE(HEX(`" + column + "`), 'NULL')")
                                .toList())
                + ") FROM `" + table + "` ORDER BY 1");
    }

    private int run(String... words) {
        return run(Map.of(), words);
    }

    private int run(Map<String, String> environment, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--schema", "toy"));
        if (!line.contains("--database")) {
            line.addAll(List.of("--database", database.name()));
        }
        return runLine(environment, line);
    }

    private int runAll(String... words) {
        return runLine(Map.of(), new ArrayList<>(List.of(words)));
    }

    private int runLine(Map<String, String> environment, List<String> line) {
        out.reset();
        line.addAll(List.of("--user", database.user(), "--sql-dir", sql.toString()));
        if (!line.contains("--url")) {
            line.addAll(List.of("--url", database.serverUrl()));
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("JL_DBA_PASSWORD", database.password());
        return SchemaTool.run(
                line.toArray(String[]::new),
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private String line() {
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).endsWith(System.lineSeparator());
        assertThat(text.strip()).doesNotContain("\n");
        return text.strip();
    }
}
