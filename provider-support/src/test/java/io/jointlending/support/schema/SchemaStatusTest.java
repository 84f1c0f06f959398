package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.schema.HistoryRow.State;
import io.jointlending.support.schema.SchemaStatus.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaStatusTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void three_versions_and_a_seed() throws IOException {
        for (String name : List.of("V001__a", "V002__b", "V003__c")) {
            Files.writeString(folder.resolve(name + ".sql"), "SELECT '" + name + "';");
        }
        Files.createDirectory(folder.resolve("seed"));
        Files.writeString(folder.resolve("seed/S001__sample.sql"), "INSERT INTO a VALUES (1);");
    }

    @Test
    void nothing_applied_is_behind_at_V000() {
        SchemaStatus status = status();
        assertThat(status.condition()).isEqualTo(Condition.BEHIND);
        assertThat(status.version()).isEqualTo("V000");
        assertThat(status.pending()).containsExactly("V001", "V002", "V003");
        assertThat(status.pendingSeeds()).containsExactly("S001");
        assertThat(status.advice()).contains("V001__a.sql", "scripts/sql apply --schema");
    }

    @Test
    void all_applied_is_current() {
        SchemaStatus status = status(applied("S001"), applied("V001"), applied("V002"), applied("V003"));
        assertThat(status.condition()).isEqualTo(Condition.CURRENT);
        assertThat(status.version()).isEqualTo("V003");
        assertThat(status.pendingSeeds()).isEmpty();
        assertThat(status.advice()).isNull();
    }

    @Test
    void a_version_taken_back_is_pending_again() {
        SchemaStatus status = status(applied("V001"), row("V002", State.ROLLED_BACK, null, "00"));
        assertThat(status.condition()).isEqualTo(Condition.BEHIND);
        assertThat(status.pending()).containsExactly("V002", "V003");
    }

    @Test
    void a_changed_script_is_named() {
        SchemaStatus status = status(applied("V001"), row("V002", State.APPLIED, null, "00"));
        assertThat(status.condition()).isEqualTo(Condition.CHANGED);
        assertThat(status.advice()).contains("V002__b.sql was changed after it had been applied");
    }

    @Test
    void a_skipped_version_is_named() {
        SchemaStatus status = status(applied("V001"), applied("V003"));
        assertThat(status.condition()).isEqualTo(Condition.SKIPPED);
        assertThat(status.version()).isEqualTo("V001");
        assertThat(status.advice()).contains("V003 is applied but V002 is not");
    }

    @Test
    void a_version_without_a_script_means_that_the_scripts_are_old() {
        SchemaStatus status =
                status(applied("V001"), applied("V002"), applied("V003"), row("V004", State.APPLIED, null, "00"));
        assertThat(status.condition()).isEqualTo(Condition.AHEAD);
        assertThat(status.advice()).contains("V004");
    }

    @Test
    void a_failed_version_says_both_ways_on() {
        SchemaStatus status =
                status(applied("V001"), row("V002", State.FAILED, "statement 2 of 3 (line 9) failed: x", "00"));
        assertThat(status.condition()).isEqualTo(Condition.FAILED);
        assertThat(status.advice())
                .contains("statement 2 of 3")
                .contains("rollback --schema")
                .contains("UPDATE schema_history SET state = 'APPLIED' WHERE version = 'V002'");
    }

    @Test
    void a_version_whose_process_died_counts_as_failed() {
        SchemaStatus status = status(row("V001", State.RUNNING, null, "00"));
        assertThat(status.condition()).isEqualTo(Condition.FAILED);
        assertThat(status.advice()).contains("RUNNING since", "its process died");
    }

    private SchemaStatus status(HistoryRow... rows) {
        return SchemaStatus.of(ScriptFolder.read(folder), "test", List.of(rows));
    }

    private HistoryRow applied(String version) {
        ScriptFile file = ScriptFolder.read(folder).find(version);
        return row(version, State.APPLIED, null, file == null ? "" : file.checksum());
    }

    private static HistoryRow row(String version, State state, @Nullable String note, String checksum) {
        return new HistoryRow(version, "x", checksum, "dba@%", "2026-01-01 00:00:00.000", 5, state, note);
    }
}
