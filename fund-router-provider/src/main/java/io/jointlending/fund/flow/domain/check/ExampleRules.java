package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.machine.ExampleRun;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import java.util.EnumSet;
import java.util.Set;

/** The examples of a definition hold, and every way to end has one. */
final class ExampleRules {
    private ExampleRules() {}

    static void check(FlowDefinition flow, ProcessorRegistry processors, Findings findings) {
        Set<Outcome> shown = EnumSet.noneOf(Outcome.class);
        for (int i = 0; i < flow.examples().size(); i++) {
            ExampleRun.Result result = ExampleRun.run(flow, flow.examples().get(i), processors);
            Place place = Place.of("examples").at(i);
            for (String problem : result.problems()) {
                findings.add(Rule.EXAMPLE, place, "example '" + result.name() + "': " + problem);
            }
            if (result.outcome() != null) {
                shown.add(result.outcome());
            }
        }
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.End end) {
                findings.require(
                        shown.contains(end.outcome()),
                        Rule.EXAMPLE,
                        Place.of("examples"),
                        "no example ends with " + end.outcome());
            }
        }
    }
}
