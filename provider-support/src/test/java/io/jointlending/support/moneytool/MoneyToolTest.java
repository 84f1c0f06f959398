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
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan --method EQUAL_INSTALLMENT --principal 29122 --annualRate 0.18 --start 2026-01-15 --installments 3",
                "split --weights 7,3 --due 10000 --pay 216,7472,2312",
                "penalty --base 1000 --dailyRate 0.0005 --dueDate 2026-03-01 --asOf 2026-03-31",
                "apr --advanced 500000 --payments 260000,260000",
                "payOff --method EQUAL_PRINCIPAL --principal 1000 --annualRate 0.18 --start 2026-01-15 --installments 3"
                        + " --paidInstallments 1 --date 2026-03-01",
                "life --method EQUAL_PRINCIPAL --principal 1000 --annualRate 0.18 --start 2026-01-15 --installments 3"
                        + " --date 2026-02-01 --repay 500"
            })
    void explains_as_a_table(String command) throws IOException {
        assertThat(run("", ("explain " + command).split(" "))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(4);
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void an_explained_plan_shows_the_quotient_and_the_sums() throws IOException {
        run(
                "",
                "explain plan --method EQUAL_INSTALLMENT --principal 29122 --annualRate 0.18 --start 2026-01-15 --installments 3"
                        .split(" "));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("0.18 x 29122 x 31 / 372", "kept equal: 10000 fen")
                .containsPattern("sum +878 +29122 +30000");
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
        String name = "/cases/money/" + file + ".jsonl";
        try (InputStream in = Objects.requireNonNull(MoneyToolTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
