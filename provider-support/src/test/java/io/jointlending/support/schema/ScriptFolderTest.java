package io.jointlending.support.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFolderTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void scripts_are_ordered_by_number_and_read_by_kind() throws IOException {
        write("V002__add_b.sql", "V001__add_a.sql", "U001__add_a.sql", "C002__add_b.sql", "grants.sql");
        ScriptFolder scripts = ScriptFolder.read(folder);
        assertThat(scripts.versions().values())
                .extracting(ScriptFile::version, ScriptFile::description)
                .containsExactly(tuple("V001", "add a"), tuple("V002", "add b"));
        assertThat(scripts.undoOf(1)).isNotNull();
        assertThat(scripts.undoOf(2)).isNull();
        assertThat(scripts.checksUpTo(1)).isEmpty();
        assertThat(scripts.checksUpTo(2)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__a.sql", "V001_a.sql", "V001__A.sql", "v001__a.sql", "S001__a.sql", "fix.sql"})
    void a_name_that_would_never_run_is_refused(String name) throws IOException {
        write(name);
        assertThatThrownBy(() -> ScriptFolder.read(folder))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_missing_number_is_refused() throws IOException {
        write("V001__a.sql", "V003__c.sql");
        assertThatThrownBy(() -> ScriptFolder.read(folder)).hasMessageContaining("has V003 but not V002");
    }

    @Test
    void one_number_twice_is_refused() throws IOException {
        write("V001__a.sql", "V001__b.sql");
        assertThatThrownBy(() -> ScriptFolder.read(folder)).hasMessageContaining("same number");
    }

    @Test
    void the_checksum_is_what_sha256sum_prints() throws IOException {
        Files.writeString(folder.resolve("V001__a.sql"), "abc");
        assertThat(List.copyOf(ScriptFolder.read(folder).versions().values())
                        .get(0)
                        .checksum())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "SELECT 1;");
        }
    }
}
