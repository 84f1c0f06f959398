package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.support.schema.HistoryRow.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaScriptsIT {
    private static final String TABLE_A =
            "CREATE TABLE a (id BIGINT NOT NULL COMMENT 'x; y', PRIMARY KEY (id)) ENGINE=InnoDB;\n";

    @TempDir
    Path folder = Path.of("");

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void two_versions() throws IOException {
        write("V001__make_a.sql", "-- one\n" + TABLE_A + "CREATE TABLE b (id INT NOT NULL, PRIMARY KEY (id));\n");
        write("U001__make_a.sql", "DROP TABLE IF EXISTS b;\nDROP TABLE IF EXISTS a;\n");
        write(
                "C001__make_a.sql",
                "SELECT 'ids are positive' AS rule, id FROM a WHERE id <= 0;\nSELECT 'b', id FROM b;\n");
        write("V002__widen_b.sql", "ALTER TABLE b MODIFY id BIGINT NOT NULL;\n");
        write("U002__widen_b.sql", "ALTER TABLE b MODIFY id INT NOT NULL;\n");
    }

    @AfterEach
    void drop_the_database() {
        database.close();
    }

    @Test
    void apply_runs_each_version_once() {
        assertThat(SchemaScripts.apply(database.connection(), folder))
                .isEqualTo(new ChangeReport(
                        schema(), database.name(), List.of("V001__make_a.sql", "V002__widen_b.sql"), "V002"));
        assertThat(SchemaScripts.apply(database.connection(), folder).scripts()).isEmpty();
        assertThat(SchemaScripts.status(database.connection(), folder).history())
                .extracting(HistoryRow::version, HistoryRow::state)
                .containsExactly(tuple("V001", State.APPLIED), tuple("V002", State.APPLIED));
    }

    @Test
    void apply_up_to_a_version_stops_there() {
        assertThat(SchemaScripts.apply(database.connection(), folder, "V001", 5).version())
                .isEqualTo("V001");
        assertThat(SchemaScripts.apply(database.connection(), folder).scripts()).containsExactly("V002__widen_b.sql");
    }

    @Test
    void a_script_changed_after_it_ran_is_refused_by_name() throws IOException {
        SchemaScripts.apply(database.connection(), folder);
        write("V001__make_a.sql", "-- other\n" + TABLE_A);
        assertThatThrownBy(() -> SchemaScripts.apply(database.connection(), folder))
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.reason()).isEqualTo(SchemaException.Reason.REFUSED))
                .hasMessageContaining("V001__make_a.sql was changed after it had been applied");
    }

    @Test
    void a_statement_that_fails_leaves_a_failed_row_and_a_way_on() throws IOException {
        write(
                "V002__widen_b.sql",
                "CREATE TABLE c (id INT NOT NULL, PRIMARY KEY (id));\n\nALTER TABLE nobody ADD x INT;\n");
        write("U002__widen_b.sql", "DROP TABLE IF EXISTS c;\n");
        assertThatThrownBy(() -> SchemaScripts.apply(database.connection(), folder))
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.reason()).isEqualTo(SchemaException.Reason.FAILED))
                .hasMessageContaining("V002__widen_b.sql statement 2 of 2 (line 3) failed")
                .hasMessageContaining("scripts/sql status");
        SchemaStatus status = SchemaScripts.status(database.connection(), folder);
        assertThat(status.condition()).isEqualTo(SchemaStatus.Condition.FAILED);
        assertThat(status.version()).isEqualTo("V001");
        assertThat(status.advice()).contains("nobody", "rollback --schema " + schema() + " --version V002");

        assertThatThrownBy(() -> SchemaScripts.apply(database.connection(), folder))
                .hasMessageContaining("FAILED");
        assertThatThrownBy(() -> SchemaGuard.requireCurrent(database.connection(), "loan", "V002"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("schema loan is at V001, this version needs V002: run sql/loan/V002__*.sql"
                        + " (scripts/sql apply --schema loan); V002 is FAILED, see scripts/sql status --schema loan");

        SchemaScripts.rollback(database.connection(), folder, "V002");
        write("V002__widen_b.sql", "ALTER TABLE b MODIFY id BIGINT NOT NULL;\n");
        assertThat(SchemaScripts.apply(database.connection(), folder).version()).isEqualTo("V002");
    }

    @Test
    void verify_names_the_rule_that_is_broken() {
        SchemaScripts.apply(database.connection(), folder);
        assertThat(SchemaScripts.verify(database.connection(), folder))
                .isEqualTo(new VerifyReport(schema(), database.name(), 2, List.of()));
        database.execute("INSERT INTO a VALUES (-7)");
        assertThat(SchemaScripts.verify(database.connection(), folder).broken())
                .containsExactly(new VerifyReport.BrokenRule(
                        "ids are positive",
                        "C001__make_a.sql",
                        1,
                        List.of("rule", "id"),
                        List.of(List.of("ids are positive", "-7"))));
    }

    @Test
    void rollback_takes_the_newest_version_only_and_keeps_data() {
        SchemaScripts.apply(database.connection(), folder);
        assertThatThrownBy(() -> SchemaScripts.rollback(database.connection(), folder, "V001"))
                .hasMessageContaining("has V002 as its newest version: cannot take back V001");
        assertThat(SchemaScripts.rollback(database.connection(), folder, "V002").version())
                .isEqualTo("V001");
        database.execute("INSERT INTO b VALUES (1)");
        assertThatThrownBy(() -> SchemaScripts.rollback(database.connection(), folder, "V001"))
                .hasMessageContaining("drops tables that have rows: b");
        SchemaScripts.rollback(database.connection(), folder, "V001", true, 5);
        assertThat(database.tables()).containsExactly("schema_history");
    }

    @Test
    void two_runs_on_one_database_exclude_each_other() throws SQLException {
        try (Connection other = database.connectAgain();
                SchemaSession session = SchemaSession.open(other, 1)) {
            assertThat(session.database()).isEqualTo(database.name());
            assertThatThrownBy(() -> SchemaScripts.apply(database.connection(), folder, null, 0))
                    .isInstanceOfSatisfying(SchemaException.class, e -> assertThat(e.reason())
                            .isEqualTo(SchemaException.Reason.TIMEOUT))
                    .hasMessageContaining("another run works on database " + database.name());
        }
        assertThat(SchemaScripts.apply(database.connection(), folder, null, 0).version())
                .isEqualTo("V002");
    }

    @Test
    void the_connection_is_left_as_it_was() throws SQLException {
        database.execute("SET SESSION sql_mode = '', time_zone = '+05:00', lock_wait_timeout = 77");
        database.connection().setAutoCommit(false);
        SchemaScripts.apply(database.connection(), folder);
        assertThat(database.connection().getAutoCommit()).isFalse();
        assertThat(database.text("SELECT CONCAT(@@sql_mode, @@time_zone, @@lock_wait_timeout)"))
                .isEqualTo("+05:0077");
    }

    @Test
    void seed_data_arrives_once_and_whole() throws IOException {
        Files.createDirectory(folder.resolve("seed"));
        write("seed/S001__sample.sql", "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (1);\n");
        assertThatThrownBy(() -> SchemaScripts.seed(database.connection(), folder))
                .hasMessageContaining("BEHIND");
        SchemaScripts.apply(database.connection(), folder);
        assertThatThrownBy(() -> SchemaScripts.seed(database.connection(), folder))
                .hasMessageContaining("S001__sample.sql statement 2 of 2");
        assertThat(database.text("SELECT COUNT(*) FROM a")).isEqualTo("0");
        write("seed/S001__sample.sql", "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\n");
        assertThat(SchemaScripts.seed(database.connection(), folder).scripts()).containsExactly("S001__sample.sql");
        assertThat(SchemaScripts.seed(database.connection(), folder).scripts()).isEmpty();
        assertThat(database.text("SELECT COUNT(*) FROM a")).isEqualTo("2");
    }

    @Test
    void the_guard_says_which_scripts_to_run() {
        assertThatThrownBy(() -> SchemaGuard.requireCurrent(database.connection(), "loan", "V001"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("schema loan is at V000, this version needs V001: run sql/loan/V001__*.sql"
                        + " (scripts/sql apply --schema loan)");
        assertThatThrownBy(() -> SchemaGuard.requireCurrent(database.connection(), "loan", "V003"))
                .hasMessageContaining("run sql/loan/V001__*.sql to sql/loan/V003__*.sql");
        SchemaScripts.apply(database.connection(), folder);
        SchemaGuard.requireCurrent(database.connection(), "loan", "V001");
        SchemaGuard.requireCurrent(database.connection(), "loan", "V002");
        assertThat(SchemaGuard.appliedVersion(database.connection())).isEqualTo("V002");
    }

    private String schema() {
        return String.valueOf(folder.getFileName());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
