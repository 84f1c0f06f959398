package io.jointlending.support.moneytool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyToolTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    static Stream<String> answered() {
        return Stream.of("plan", "life", "payoff", "subplan", "split", "penalty", "apr")
                .flatMap(MoneyToolTest::lines);
    }

    static Stream<String> refused() {
        return lines("refused");
    }

    @ParameterizedTest
    @MethodSource("answered")
    void answers_as_the_case_says(String line) throws IOException {
        assertThat(answer(line)).as(line).isEqualTo(JSON.readTree(line).get("expect"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses_with_the_field_and_the_rule(String line) throws IOException {
        assertThat(answer(line).get("error").asText())
                .contains(JSON.readTree(line).at("/expect/error").asText());
    }

    @Test
    void one_line_is_answered_for_each_case_whatever_the_one_before_was() throws IOException {
        String good = lines("penalty").findFirst().orElseThrow();
        run(String.join("\n", "no json", good, "", "{}", good));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .element(0)
                .asString()
                .contains("must be one JSON object");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter("{\"penalty\":15}"::equals))
                .hasSize(2);
    }

    /** {@code explain.txt} holds commands, each after a dollar sign, and what they print. */
    @Test
    void explains_as_the_page_shows() throws IOException {
        String page = text("/cases/money/explain.txt");
        StringBuilder printed = new StringBuilder();
        for (String line : page.lines().filter(it -> it.startsWith("$ ")).toList()) {
            out.reset();
            run("", ("explain " + line.substring(2)).split(" ", -1));
            printed.append(line)
                    .append('\n')
                    .append(out.toString(StandardCharsets.UTF_8).strip())
                    .append("\n\n");
        }
        assertThat(printed.toString().strip()).isEqualTo(page.strip());
    }

    @Test
    void an_explanation_that_is_refused_or_not_understood_has_its_exit_code() throws IOException {
        assertThat(run("", "explain", "penalty")).isEqualTo(1);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("dailyRate is missing");
        assertThat(run("", "divide")).isEqualTo(2);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("usage: scripts/money");
    }

    private JsonNode answer(String line) throws IOException {
        run(line);
        return JSON.readTree(out.toByteArray());
    }

    private int run(String input, String... args) throws IOException {
        return MoneyTool.run(
                args,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private static Stream<String> lines(String file) {
        return text("/cases/money/" + file + ".jsonl").lines();
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(MoneyToolTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
