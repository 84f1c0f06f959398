package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.Branch;
import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Next;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.Repeat;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules about one step: every category, the lost answer, waits, callbacks, the code. */
final class StepRules {
    private static final int MAX_FACTOR = 10;
    private static final int MAX_TIMES = 1000;
    private static final Duration MIN_WAIT = Duration.ofMillis(100);
    private static final Duration MAX_WAIT = Duration.ofDays(7);

    private final FlowDefinition flow;
    private final Findings findings;

    StepRules(FlowDefinition flow, Findings findings) {
        this.flow = flow;
        this.findings = findings;
    }

    void check() {
        Set<String> events = new HashSet<>();
        for (Step step : flow.steps().values()) {
            Place place = Place.of("steps", step.name());
            if (step instanceof Step.Answered answered) {
                categories(answered, place.at("next"));
                code(answered, place.at("out"));
            }
            if (step instanceof Step.Call call) {
                lostAnswer(call, place);
                waits(call, place);
            }
            if (step instanceof Step.Callback callback) {
                callback(callback, place);
                findings.require(
                        events.add(callback.event()),
                        Rule.CALLBACK,
                        place.at("event"),
                        "two steps wait for the callback " + callback.event());
            }
        }
    }

    private void categories(Step.Answered step, Place place) {
        for (Category category : Category.values()) {
            long handled = step.next().stream()
                    .flatMap(branch -> branch.on().stream())
                    .filter(category::equals)
                    .count();
            findings.require(handled != 0, Rule.CATEGORY, place, "category " + category + " is not handled");
            findings.require(handled < 2, Rule.CATEGORY, place, "category " + category + " is handled twice");
        }
    }

    private void code(Step.Answered step, Place place) {
        OutField code = step.out().get(OutField.CODE);
        findings.require(
                code != null && code.type() == ValueType.STRING && code.when() == null,
                Rule.CODE,
                place,
                "the step must extract 'code' as a string from every answer");
    }

    private void lostAnswer(Step.Call call, Place place) {
        findings.require(
                call.unknown() != null, Rule.LOST_ANSWER, place, "a lost answer is not handled: 'unknown' is missing");
        if (call.repeat() != Repeat.NEVER) {
            return;
        }
        boolean asks = call.unknown() instanceof Next.Go go
                && flow.steps().get(go.step()) instanceof Step.Call target
                && target.repeat() == Repeat.FREE;
        findings.require(
                asks || call.unknown() == null,
                Rule.LOST_ANSWER,
                place.at("unknown"),
                "repeat never, so 'unknown' must go to a query step (repeat: free)");
        for (int i = 0; i < call.next().size(); i++) {
            Branch branch = call.next().get(i);
            findings.require(
                    !(branch.next() instanceof Next.Again) || branch.on().equals(List.of(Category.RETRY)),
                    Rule.LOST_ANSWER,
                    place.at("next").at(i).at("again"),
                    "repeat never, so it may be sent again only after RETRY");
        }
    }

    private void waits(Step.Call call, Place place) {
        for (int i = 0; i < call.next().size(); i++) {
            if (call.next().get(i).next() instanceof Next.Again again) {
                again(again, place.at("next").at(i).at("again"));
            }
        }
        if (call.unknown() instanceof Next.Again again) {
            again(again, place.at("unknown").at("again"));
        }
    }

    private void again(Next.Again again, Place place) {
        findings.require(
                again.times() >= 1 && again.times() <= MAX_TIMES,
                Rule.AGAIN,
                place,
                "again.times must be 1.." + MAX_TIMES);
        findings.require(
                again.factor() >= 1 && again.factor() <= MAX_FACTOR,
                Rule.AGAIN,
                place,
                "again.factor must be 1.." + MAX_FACTOR);
        findings.require(
                again.delay().compareTo(MIN_WAIT) >= 0
                        && again.delay().compareTo(again.max()) <= 0
                        && again.max().compareTo(MAX_WAIT) <= 0,
                Rule.AGAIN,
                place,
                "again.delay must be 100ms or more, and again.max from delay to 7d");
    }

    private void callback(Step.Callback callback, Place place) {
        for (int i = 0; i < callback.next().size(); i++) {
            findings.require(
                    callback.next().get(i).next() instanceof Next.Go,
                    Rule.CALLBACK,
                    place.at("next").at(i),
                    "a callback step sends nothing, so it cannot do it again");
        }
        findings.require(
                callback.event().matches("[a-z][a-z0-9-]{0,31}"),
                Rule.CALLBACK,
                place.at("event"),
                "an event is small letters, digits and dashes, at most 32");
        findings.require(
                callback.timeout().compareTo(Duration.ofSeconds(1)) >= 0
                        && callback.timeout().compareTo(flow.deadline()) <= 0,
                Rule.CALLBACK,
                place.at("timeout"),
                "the timeout must be from 1s to the deadline of the flow");
    }
}
