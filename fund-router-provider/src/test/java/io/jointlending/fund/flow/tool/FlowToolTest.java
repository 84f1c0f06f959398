package io.jointlending.fund.flow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.fund.flow.FlowTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowToolTest {
    private static final String LOAN = FlowTexts.text("first-bank.loan");

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    FlowToolTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int run(String... args) throws IOException {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return FlowTool.run(args, stream, stream);
    }

    private String answer() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void only_a_good_definition_answers_zero() throws IOException {
        String good = file("good.yaml", LOAN);
        String bad = file("bad.yaml", LOAN.replace("unknown: {go: loan-query}", "unknown: {go: loan-qury}"));
        assertThat(run("check", good, file("channel.yaml", FlowTexts.text("first-bank.channel"))))
                .isZero();
        assertThat(answer())
                .contains("good.yaml: good, first-bank.loan version 1")
                .contains("channel.yaml: good");
        assertThat(run("check", good, bad)).isEqualTo(1);
        assertThat(answer()).containsPattern("bad\\.yaml:\\d+: step loan-apply: \\[target] unknown target loan-qury");
        assertThat(run("run-examples", bad)).isEqualTo(1);
    }

    @Test
    void a_call_that_cannot_be_understood_answers_two() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("chekc", "x")).isEqualTo(2);
        assertThat(run("check", folder.resolve("missing.yaml").toString())).isEqualTo(2);
        assertThat(run("check", "--loud", file("a.yaml", LOAN))).isEqualTo(2);
        assertThat(run("diff", file("a.yaml", LOAN))).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void findings_are_json_when_asked() throws IOException {
        String bad = file("bad.yaml", LOAN.replace("times: 8}", "times: 0}"));
        assertThat(run("check", "--json", bad)).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(answer());
        assertThat(json.get("ok").asBoolean()).isFalse();
        JsonNode finding = json.get("files").get(0).get("findings").get(0);
        assertThat(finding.get("rule").asText()).isEqualTo("again");
        assertThat(finding.get("number").asInt()).isEqualTo(8);
        assertThat(finding.get("step").asText()).isEqualTo("loan-apply");
        assertThat(finding.get("line").asInt()).isGreaterThan(40);
    }

    @Test
    void examples_and_diagrams_are_printed() throws IOException {
        String good = file("good.yaml", LOAN);
        assertThat(run("run-examples", good)).isZero();
        assertThat(answer())
                .contains("credit-apply -> loan-apply -> loan-result -> done")
                .contains("7000.10");
        assertThat(run("diagram", good)).isZero();
        assertThat(answer()).startsWith("stateDiagram-v2\n");
        assertThat(run("processors")).isZero();
        assertThat(answer()).contains("borrowerName(string) string io sensitive: ");
    }

    @Test
    void a_diff_names_what_changed_and_what_goes_another_way() throws IOException {
        String was = file("1.yaml", LOAN);
        String next = LOAN.replace("version: 1\n", "version: 2\n")
                .replace("  \"2001\": REJECTED ", "  \"2001\": ERROR ")
                .replace("{code: \"2001\"}", "{code: \"2002\"}");
        assertThat(run("diff", was, file("2.yaml", next))).isZero();
        assertThat(answer())
                .contains("~ codes/2001: 'REJECTED' -> 'ERROR'")
                .contains("! example 'refused' after event 1: ends REJECTED at rejected -> ends MANUAL at manual");
        assertThat(run("diff", was, file("3.yaml", LOAN.replace("version: 1\n", "version: 3\n"))))
                .isEqualTo(1);
        assertThat(answer()).contains("[version] version must be 2, this is 3");
    }
}
