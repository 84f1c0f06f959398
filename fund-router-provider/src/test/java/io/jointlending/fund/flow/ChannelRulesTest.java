package io.jointlending.fund.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.text.ChannelLoader;
import io.jointlending.fund.flow.text.SourceReader;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelRulesTest {
    private static final String GOOD = FlowTexts.text("first-bank.channel");

    static Stream<Arguments> mutations() {
        return StreamSupport.stream(FlowTexts.cases("channel-mutations").spliterator(), false)
                .map(mutation -> Arguments.of(mutation.get("name").asText(), mutation));
    }

    private static List<Finding> findings(String text) {
        Findings findings = new Findings();
        SourceReader.read(text, findings).ifPresent(source -> new ChannelLoader(true).load(source.tree(), findings));
        return findings.all();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-bank.channel", "second-bank.channel"})
    void every_shipped_channel_is_good_for_production(String name) {
        assertThat(findings(FlowTexts.text(name))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void a_change_that_breaks_a_rule_is_named(String name, JsonNode mutation) {
        String find = mutation.get("find").asText();
        assertThat(GOOD).as("the text to change in %s", name).contains(find);
        assertThat(findings(GOOD.replace(find, mutation.get("replace").asText())))
                .extracting(Finding::message)
                .anySatisfy(message ->
                        assertThat(message).contains(mutation.get("message").asText()));
    }
}
