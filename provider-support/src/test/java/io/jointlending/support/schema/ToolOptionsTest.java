package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolOptionsTest {
    @TempDir
    Path sql = Path.of("");

    @BeforeEach
    void two_schemas() throws IOException {
        for (String schema : new String[] {"loan", "fund_router"}) {
            Files.createDirectory(sql.resolve(schema));
            Files.writeString(sql.resolve(schema).resolve("grants.sql"), "SELECT 1;");
        }
        Files.createDirectory(sql.resolve("notes"));
    }

    @Test
    void all_means_every_folder_that_has_an_account() {
        assertThat(parse("status").schemas()).containsExactly(sql.resolve("fund_router"), sql.resolve("loan"));
    }

    @Test
    void the_database_is_called_like_the_schema_unless_said_otherwise() {
        Path loan = sql.resolve("loan");
        assertThat(parse("status").databaseOf(loan)).isEqualTo("loan");
        assertThat(parse("status --database-suffix _t1").databaseOf(loan)).isEqualTo("loan_t1");
        assertThat(parse("status --schema loan --database x").databaseOf(loan)).isEqualTo("x");
        assertThat(parse("status --schema loan --url jdbc:mysql://h:1/y").databaseOf(loan))
                .isEqualTo("y");
    }

    @Test
    void the_parameters_of_the_url_are_kept() {
        assertThat(parse("status --schema loan --url jdbc:mysql://h:1/y?sslMode=DISABLED")
                        .urlOf("z"))
                .isEqualTo("jdbc:mysql://h:1/z?sslMode=DISABLED&connectTimeout=10000");
        assertThat(parse("status").urlOf("")).isEqualTo("jdbc:mysql://127.0.0.1:3306/?connectTimeout=10000");
    }

    @Test
    void passwords_come_from_the_environment_or_a_file() throws IOException {
        Path file = Files.writeString(sql.resolve("password"), "from file\n");
        assertThat(parse("status").password()).isEqualTo("from environment");
        assertThat(parse("status --password-file " + file.toString().replace(" ", ""))
                        .password())
                .isEqualTo("from file");
        assertThatThrownBy(() -> parse("apply --accounts").accountPassword("fund_router"))
                .hasMessageContaining("JL_FUND_ROUTER_DB_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                       | which command?",
                "migrate                                  | unknown command",
                "apply --password x                       | unknown argument --password",
                "apply loan                               | unknown argument loan",
                "archive --schema loan                    | archive needs --before",
                "archive --before 2026-01-01              | --schema has to name one schema",
                "archive --schema loan --before soon      | --before is a date",
                "archive --schema loan --batch 1001       | --batch is a number from 1 to 1000",
                "apply --before 2026-01-01                | --before belongs to archive",
                "apply --schema                           | --schema needs a value",
                "apply --schema nobody                    | no schema nobody",
                "rollback --schema loan                   | needs --version",
                "rollback --version V001                  | one schema",
                "status --database x                      | one schema",
                "verify --to V001                         | --to belongs to apply",
                "verify --seed                            | --seed belongs to apply",
                "apply --to V001 --seed                   | --seed goes with neither --to nor --dry-run",
                "apply --schema loan --database a;b       | not a name of a database",
                "apply --url jdbc:postgresql://h          | not like jdbc:mysql",
                "apply --timeout soon                     | number of seconds",
            })
    void nonsense_is_a_usage_error(String line, String message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(SchemaTool.run(words(line), environment(), stream, nowhere)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"command\":")
                .contains("\"ok\":false,\"error\":\"")
                .contains(message)
                .endsWith("\"exitCode\":2}" + System.lineSeparator());
    }

    private ToolOptions parse(String line) {
        return ToolOptions.parse(words(line), environment());
    }

    private static String[] words(String line) {
        return line.isBlank() ? new String[0] : line.strip().split(" +", -1);
    }

    private Map<String, String> environment() {
        return Map.of("JL_SQL_DIR", sql.toString(), "JL_DBA_PASSWORD", "from environment");
    }
}
