package io.jointlending.fund.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.fund.flow.domain.check.FlowChecks;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.text.LoadedFlow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One good definition, and for each rule at least one change to it that the rule must name. */
class FlowRulesTest {
    private static final String GOOD = FlowTexts.text("first-bank.loan");

    static Stream<Arguments> mutations() {
        return StreamSupport.stream(FlowTexts.cases("mutations").spliterator(), false)
                .map(mutation -> Arguments.of(mutation.get("name").asText(), mutation));
    }

    static List<String> shipped() {
        return FlowTexts.SHIPPED;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void every_shipped_definition_is_good(String name) {
        LoadedFlow loaded = FlowTexts.load(FlowTexts.text(name));
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.good()).get().extracting("flow").isEqualTo(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void a_change_that_breaks_a_rule_is_named_with_file_line_step_and_rule(String name, JsonNode mutation) {
        String find = mutation.get("find").asText();
        int at = GOOD.indexOf(find);
        assertThat(at).as("the text to change in %s", name).isNotNegative();
        String text = GOOD.substring(0, at) + mutation.get("replace").asText() + GOOD.substring(at + find.length());
        LoadedFlow loaded = FlowTexts.load(text);
        String step = mutation.has("step") ? " step " + mutation.get("step").asText() + ":" : "";
        List<String> told = loaded.findings().stream().map(loaded::text).toList();
        assertThat(told).anySatisfy(line -> assertThat(line)
                .matches("(?s)flow\\.yaml:\\d+:.*")
                .contains(step + " [" + mutation.get("rule").asText() + "] ")
                .contains(mutation.get("message").asText()));
        assertThat(loaded.good()).isEmpty();
    }

    @Test
    void every_rule_has_a_change_that_breaks_it() {
        Set<Rule> missing = EnumSet.range(Rule.SYNTAX, Rule.CHANNEL);
        mutations()
                .map(arguments -> (JsonNode) arguments.get()[1])
                .forEach(mutation -> missing.removeIf(
                        rule -> rule.id().equals(mutation.get("rule").asText())));
        assertThat(missing).containsExactlyInAnyOrder(Rule.VERSION, Rule.CHANNEL);
    }

    @Test
    void all_findings_of_a_file_are_told_at_once_with_their_lines() {
        String text = GOOD.replace("    sla: 10m\n", "    slla: 10m\n")
                .replace("unknown: {go: loan-query}", "unknown: {go: loan-qury}")
                .replace("times: 8}", "times: 0}")
                .replace("${order.installments}", "${order.terms}");
        LoadedFlow loaded = FlowTexts.load(text);
        assertThat(loaded.findings())
                .extracting(finding -> finding.rule())
                .contains(Rule.SYNTAX, Rule.TARGET, Rule.AGAIN, Rule.INPUT);
        List<String> lines = Arrays.asList(text.split("\n", -1));
        loaded.findings().stream()
                .filter(finding -> finding.message().contains("slla"))
                .forEach(finding ->
                        assertThat(loaded.line(finding.place())).isEqualTo(lines.indexOf("    slla: 10m") + 1));
    }

    @Test
    void an_unquoted_code_as_a_key_stays_text() {
        assertThat(FlowTexts.load(GOOD.replace("\"0000\": SUCCESS", "0000: SUCCESS"))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_definition_too_long_too_deep_or_with_too_many_steps_is_refused() {
        StringBuilder steps = new StringBuilder("  done10000: {kind: end, outcome: MANUAL}\n");
        for (int i = 0; i < 10_000; i++) {
            steps.append("  s").append(i).append(": {kind: end, outcome: MANUAL}\n");
        }
        for (String large : List.of(
                GOOD + "#".repeat(70_000),
                GOOD + "#".repeat(1_048_576),
                GOOD.replace("given:\n", steps + "given:\n"))) {
            assertThat(FlowTexts.load(large).findings())
                    .extracting(Object::toString)
                    .containsExactly("limit at : the text is longer than 65536 bytes");
        }
        for (int levels : new int[] {21, 60, 200}) {
            String deep = "x: " + "[".repeat(levels) + "]".repeat(levels);
            assertThat(FlowTexts.load(deep).findings().get(0).message())
                    .as("%s levels", levels)
                    .isNotBlank();
            assertThat(FlowTexts.load(deep).good()).isEmpty();
        }
        String deep = "x: " + "[".repeat(60) + "]".repeat(60);
        assertThat(FlowTexts.load(deep).findings().get(0).message()).contains("more than 20 levels deep");
        String deeper = "x: " + "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(FlowTexts.load(deeper).findings()).isNotEmpty();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            many.append("  more").append(i).append(": {kind: end, outcome: MANUAL}\n");
        }
        assertThat(FlowTexts.load(GOOD.replace("given:\n", many + "given:\n")).findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("more than 64 steps"));
    }

    @Test
    void a_hostile_number_of_findings_is_bounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append('k').append(i).append(": 1\n");
        }
        assertThat(FlowTexts.load(text.toString()).findings()).hasSizeLessThanOrEqualTo(Findings.MAX);
    }

    @Test
    void json_is_read_like_yaml_with_duplicates_refused() {
        assertThat(FlowTexts.load("{\"flow\": \"a.b\", \"flow\": \"a.c\"}").findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("duplicate field 'flow'"));
    }

    @Test
    void versions_follow_each_other_and_never_change() {
        FlowChecks.Published one = new FlowChecks.Published("first-bank.loan", 1, "aa");
        assertThat(versionFindings(null, one)).isEmpty();
        assertThat(versionFindings(null, new FlowChecks.Published("first-bank.loan", 2, "aa")))
                .contains("the first version must be 1");
        assertThat(versionFindings(one, one)).isEmpty();
        assertThat(versionFindings(one, new FlowChecks.Published("first-bank.loan", 1, "bb")))
                .contains("a version never changes");
        assertThat(versionFindings(one, new FlowChecks.Published("first-bank.loan", 2, "bb")))
                .isEmpty();
        assertThat(versionFindings(one, new FlowChecks.Published("first-bank.loan", 3, "bb")))
                .contains("version must be 2, this is 3");
        assertThat(versionFindings(one, new FlowChecks.Published("second-bank.loan", 2, "bb")))
                .contains("is no version of first-bank.loan");
    }

    private static String versionFindings(FlowChecks.@Nullable Published last, FlowChecks.Published next) {
        Findings findings = new Findings();
        FlowChecks.checkVersion(last, next, findings);
        return findings.all().stream().map(finding -> finding.message()).reduce("", String::concat);
    }
}
