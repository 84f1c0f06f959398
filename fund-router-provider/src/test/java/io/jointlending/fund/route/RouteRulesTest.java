package io.jointlending.fund.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.route.text.LoadedRoute;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One good route, and for each rule at least one change to it that the rule must name. */
class RouteRulesTest {
    static Stream<Arguments> mutations() {
        return StreamSupport.stream(RouteTexts.cases("mutations").spliterator(), false)
                .map(mutation -> Arguments.of(mutation.get("name").asText(), mutation));
    }

    @Test
    void the_sample_is_good_with_the_sample_schemes() {
        assertThat(RouteTexts.load(RouteTexts.SAMPLE).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void a_change_that_breaks_a_rule_is_named_with_file_line_and_name(String name, JsonNode mutation) {
        String find = mutation.get("find").asText();
        assertThat(RouteTexts.SAMPLE).as("the text to change in %s", name).contains(find);
        String text = RouteTexts.SAMPLE.replace(find, mutation.get("replace").asText());
        LoadedRoute loaded = RouteTexts.load(text);
        List<String> told = loaded.findings().stream().map(loaded::text).toList();
        String rule = mutation.has("in") ? " rule " + mutation.get("in").asText() + ":" : "";
        assertThat(told).anySatisfy(line -> assertThat(line)
                .startsWith("route.yaml:" + mutation.get("line").asInt() + ":" + rule + " [")
                .contains("[" + mutation.get("rule").asText() + "] "
                        + mutation.get("message").asText()));
        assertThat(loaded.good()).isEmpty();
    }

    @Test
    void every_rule_has_a_change_that_breaks_it() {
        Set<Rule> missing = EnumSet.range(Rule.FACT, Rule.PRODUCT);
        mutations()
                .map(arguments -> (JsonNode) arguments.get()[1])
                .forEach(mutation -> missing.removeIf(
                        rule -> rule.id().equals(mutation.get("rule").asText())));
        assertThat(missing).isEmpty();
    }

    @Test
    void conditions_that_would_take_too_long_to_analyse_are_refused() {
        StringBuilder rules = new StringBuilder("rules:\n");
        for (int i = 0; i < 60; i++) {
            rules.append("  - {name: r").append(i).append(", when: [");
            for (int way = 0; way < 20; way++) {
                rules.append(way == 0 ? "" : ", ")
                        .append("{amountFen: {not: ")
                        .append(1000 + i * 100 + way)
                        .append("}, terms: {not: ")
                        .append(1 + (i * 20 + way) % 100)
                        .append("}, product: {not: LOAN-OWNER-HEXINHOUSE-A}}");
            }
            rules.append("], pick: {priority: [JOINT-70-30]}}\n");
        }
        String text = RouteTexts.SAMPLE.replaceAll("(?s)rules:.*?otherwise", rules + "otherwise");
        assertThat(RouteTexts.load(text).good()).isEmpty();
    }

    @Test
    void a_hostile_text_is_refused_and_not_followed() {
        assertThat(RouteTexts.load("route: &a [*a]").good()).isEmpty();
        assertThat(RouteTexts.load("!!javax.script.ScriptEngineManager []").good())
                .isEmpty();
        assertThat(RouteTexts.load("").good()).isEmpty();
        assertThat(RouteTexts.load(RouteTexts.SAMPLE + "#".repeat(70_000)).good())
                .isEmpty();
    }
}
