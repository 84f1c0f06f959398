package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.finding.Finding;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every rule that a definition has to pass before a task may follow it; {@code docs/flows.md} explains each. */
public final class FlowChecks {
    /** With one of these broken, the machine cannot run the examples. */
    private static final Set<Rule> NEEDED_TO_RUN =
            EnumSet.of(Rule.SYNTAX, Rule.TARGET, Rule.END, Rule.CATEGORY, Rule.LOST_ANSWER, Rule.CODE, Rule.CALLBACK);

    private FlowChecks() {}

    /**
     * Rules 2 to 18; what is wrong goes to the findings.
     *
     * @param processors those of examples: io ones are fixtures
     */
    public static void check(FlowDefinition flow, ProcessorRegistry processors, Findings findings) {
        new GraphRules(flow, findings).check();
        new StepRules(flow, findings).check();
        new ValueRules(flow, processors, findings).check();
        new LimitRules(flow, findings).check();
        boolean runs = findings.all().stream().map(Finding::rule).noneMatch(NEEDED_TO_RUN::contains);
        if (runs) {
            ExampleRules.check(flow, processors, findings);
        }
    }

    /**
     * A version that was published.
     *
     * @param flow its name
     * @param version its number
     * @param sha256 hash of its text
     */
    public record Published(String flow, int version, String sha256) {}

    /** Rule 19: the next version has the next number, and a published one never changes. */
    public static void checkVersion(@Nullable Published last, Published next, Findings findings) {
        Place place = Place.of("version");
        if (last == null) {
            findings.require(
                    next.version() == 1, Rule.VERSION, place, "the first version must be 1, this is " + next.version());
        } else if (!last.flow().equals(next.flow())) {
            findings.add(Rule.VERSION, Place.of("flow"), next.flow() + " is no version of " + last.flow());
        } else if (next.version() == last.version()) {
            findings.require(
                    next.sha256().equals(last.sha256()),
                    Rule.VERSION,
                    place,
                    "version " + last.version() + " exists and has another text: a version never changes");
        } else {
            findings.require(
                    next.version() == Math.addExact(last.version(), 1),
                    Rule.VERSION,
                    place,
                    "version must be " + Math.addExact(last.version(), 1) + ", this is " + next.version());
        }
    }
}
