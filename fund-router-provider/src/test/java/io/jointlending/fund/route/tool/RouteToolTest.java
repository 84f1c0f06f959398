package io.jointlending.fund.route.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.fund.route.RouteTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteToolTest {
    private static final String SCHEMES = Path.of(
                    Objects.requireNonNull(System.getProperty("project.root")), "docs/samples/schemes.yaml")
            .toString();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before every test
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_good_route_ends_with_0_and_a_bad_one_with_1_and_file_line_and_rule() throws IOException {
        assertThat(run("check", "--schemes", SCHEMES, file(RouteTexts.SAMPLE))).isZero();
        assertThat(text()).contains("route.yaml: good, owner-loan version 1, 3 rules");
        assertThat(run("check", file(RouteTexts.SAMPLE))).isZero();
        assertThat(text()).contains("schemes were not checked");
        String bad = RouteTexts.SAMPLE.replace("JOINT-80-20: 40", "JOINT-80-20: 0");
        assertThat(run("check", "--json", "--schemes", SCHEMES, file(bad))).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(text());
        assertThat(json.get("ok").asBoolean()).isFalse();
        JsonNode finding = json.at("/files/0/findings/0");
        assertThat(finding.get("rule").asText()).isEqualTo("pick");
        assertThat(finding.get("line").asInt()).isEqualTo(17);
    }

    @Test
    void a_decision_names_rule_and_every_candidate() throws IOException {
        assertThat(run(
                        "decide",
                        "--schemes",
                        SCHEMES,
                        "--order-no",
                        "2611290000000000010042",
                        "--amount-fen",
                        "20000000",
                        "--fact",
                        "product=LOAN-OWNER-HEXINHOUSE-A",
                        "--fact",
                        "terms=24",
                        file(RouteTexts.SAMPLE)))
                .isZero();
        assertThat(text().lines())
                .containsExactly(
                        "rule large",
                        "  JOINT-80-20 USABLE",
                        "  JOINT-70-30 SKIPPED ACCEPT BANK-A terms",
                        "last resort OWN-100");
    }

    @Test
    void what_was_not_understood_ends_with_2() throws IOException {
        assertThat(run("check")).isEqualTo(2);
        assertThat(run("decide", file(RouteTexts.SAMPLE))).isEqualTo(2);
        assertThat(run("check", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(run("check", "--schemes", file("schemes: {X: [{institution: A, kind: SELF, shareBp: 9999}]}"), "x"))
                .as("schemes that are not whole are told")
                .isEqualTo(1);
        assertThat(text()).contains("[scheme]").contains("9999 basis points");
    }

    private String file(String text) throws IOException {
        Path file = directory.resolve("route.yaml");
        Files.writeString(file, text);
        return file.toString();
    }

    private int run(String... args) throws IOException {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return RouteTool.run(args, stream, stream);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
