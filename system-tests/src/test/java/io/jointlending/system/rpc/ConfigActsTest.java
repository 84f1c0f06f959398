package io.jointlending.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/config says before it talks to a platform. */
final class ConfigActsTest {
    private static final String NOWHERE = "zookeeper://127.0.0.1:1";

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_wrong_command_line_is_explained() {
        assertThat(run("diff")).isEqualTo(2);
        assertThat(err()).contains("expected export, diff or import, and a file");
        assertThat(run("import", "x.json")).isEqualTo(2);
        assertThat(err()).contains("either --reason").contains("--direct");
        assertThat(run("import", "x.json", "--reason", "a", "--direct", "b")).isEqualTo(2);
        assertThat(run("diff", "x.json", "--reason", "a")).isEqualTo(2);
        assertThat(run("diff", "x.json", "--product", "a")).isEqualTo(2);
        assertThat(run("export", "x.json", "--produkt", "a")).isEqualTo(2);
        assertThat(run("export", "x.json", "--product")).isEqualTo(2);
    }

    @Test
    void a_platform_that_is_not_there_is_a_failure() throws IOException {
        assertThat(run("export", folder.resolve("x.json").toString())).isEqualTo(1);
        assertThat(line().path("error").asText()).isEqualTo("no ZooKeeper answers at 127.0.0.1:1");
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @Test
    void a_document_of_another_format_version_is_refused_before_its_fields_are_read() throws IOException {
        String text = "{\"format\": \"joint-lending-configuration\", \"formatVersion\": 2, \"unheardOf\": []}";
        assertThat(read(text)).isEqualTo(4);
        assertThat(line().path("error").asText()).contains("format version 2").contains("reads version 1");
        assertThat(read("{\"format\": \"something\"}")).isEqualTo(2);
        assertThat(read("not JSON")).isEqualTo(2);
        assertThat(read("{\"format\": \"joint-lending-configuration\", \"formatVersion\": 1, \"institution\": []}"))
                .isEqualTo(2);
        assertThat(err()).contains("unknown field institution");
    }

    private int read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("document.json"), text);
        out.reset();
        err.reset();
        return tool().exitCode(() -> ConfigActs.document(file).formatVersion());
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return tool().run(arguments, NOWHERE);
    }

    private ConfigTool tool() {
        return new ConfigTool(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode line() throws IOException {
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
