package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.template.Template;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules about names and sizes, and that no secret is written down. */
final class LimitRules {
    /** Steps of a flow at most. */
    static final int MAX_STEPS = 64;

    private static final int MAX_NEXT = 12;
    private static final int MAX_OUT = 50;
    private static final int MAX_INPUT = 200;
    private static final int MAX_CODES = 500;
    private static final int MAX_EXAMPLES = 100;
    private static final int MAX_EVENTS = 200;
    private static final Duration MAX_DEADLINE = Duration.ofDays(400);
    private static final Pattern FLOW = Pattern.compile("[a-z][a-z0-9-]{0,30}\\.[a-z][a-z0-9-]{0,30}");
    private static final Pattern STEP = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern INPUT = Pattern.compile("[a-zA-Z]\\w{0,31}(\\.[a-zA-Z]\\w{0,31}){0,5}");
    private static final Pattern OUT = Pattern.compile("[a-zA-Z]\\w{0,31}");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|passw|pwd|passphrase|credential|token|signature).*|.*key");

    private final FlowDefinition flow;
    private final Findings findings;

    LimitRules(FlowDefinition flow, Findings findings) {
        this.flow = flow;
        this.findings = findings;
    }

    void check() {
        name(FLOW, flow.flow(), Place.of("flow"), "a flow is channel.behaviour in small letters, digits and dashes");
        limit(flow.version() >= 1, Place.of("version"), "version must be 1 or more");
        limit(
                flow.deadline().compareTo(Duration.ofSeconds(1)) >= 0
                        && flow.deadline().compareTo(MAX_DEADLINE) <= 0,
                Place.of("deadline"),
                "the deadline must be from 1s to 400d");
        unsent(flow.unsent());
        limit(flow.steps().size() <= MAX_STEPS, Place.of("steps"), "more than " + MAX_STEPS + " steps");
        limit(flow.input().size() <= MAX_INPUT, Place.of("input"), "more than " + MAX_INPUT + " inputs");
        limit(flow.codes().size() <= MAX_CODES, Place.of("codes"), "more than " + MAX_CODES + " codes");
        limit(flow.examples().size() <= MAX_EXAMPLES, Place.of("examples"), "more than " + MAX_EXAMPLES + " examples");
        for (String input : flow.input().keySet()) {
            Place place = Place.of("input", input);
            name(INPUT, input, place, "an input is names joined by dots");
            limit(!input.matches("(out|item)(\\..*)?"), place, "out and item are names of the grammar");
        }
        for (String code : flow.codes().keySet()) {
            limit(code.matches("\\S{1,32}"), Place.of("codes", code), "a code is 1 to 32 signs without spaces");
        }
        flow.steps().values().forEach(this::step);
        for (int i = 0; i < flow.examples().size(); i++) {
            limit(
                    flow.examples().get(i).events().size() <= MAX_EVENTS,
                    Place.of("examples").at(i),
                    "more than " + MAX_EVENTS + " events");
        }
    }

    private void unsent(@Nullable Duration unsent) {
        if (unsent != null) {
            limit(
                    unsent.compareTo(Duration.ofSeconds(1)) >= 0 && unsent.compareTo(flow.deadline()) < 0,
                    Place.of("unsent"),
                    "unsent must be 1s or more and less than the deadline");
            findings.require(
                    flow.end(Outcome.REJECTED).isPresent(),
                    Rule.END,
                    Place.of("unsent"),
                    "no end step with outcome REJECTED, where what was never sent ends");
        }
    }

    private void step(Step step) {
        Place place = Place.of("steps", step.name());
        name(STEP, step.name(), place, "a step is small letters, digits and dashes, at most 32");
        if (step instanceof Step.Answered answered) {
            limit(answered.next().size() <= MAX_NEXT, place.at("next"), "more than " + MAX_NEXT + " branches");
            limit(answered.out().size() <= MAX_OUT, place.at("out"), "more than " + MAX_OUT + " values");
            answered.out().forEach((out, field) -> {
                Place value = place.at("out").at(out);
                name(OUT, out, value, "a value has a plain name");
                limit(field.item().size() <= MAX_OUT, value, "more than " + MAX_OUT + " values");
                field.item().keySet().forEach(item -> name(OUT, item, value, "a value has a plain name"));
            });
        }
        if (step instanceof Step.Call call) {
            secrets(call.request(), place.at("request"), false);
        } else if (step instanceof Step.Callback callback) {
            secrets(callback.ackOk(), place.at("ack").at("ok"), false);
            secrets(callback.ackFail(), place.at("ack").at("fail"), false);
        }
    }

    private void name(Pattern form, String name, Place place, String rule) {
        limit(form.matcher(name).matches(), place, rule + ": " + name);
    }

    private void limit(boolean holds, Place place, String message) {
        findings.require(holds, Rule.LIMIT, place, message);
    }

    private void secrets(Template template, Place place, boolean secret) {
        if (template instanceof Template.FieldsOf some) {
            for (Map.Entry<String, Template> field : some.fields().entrySet()) {
                secrets(field.getValue(), place.at(field.getKey()), secret || isSecret(field.getKey()));
            }
        } else if (template instanceof Template.ItemsOf some) {
            some.items().forEach(item -> secrets(item, place, secret));
        } else if (template instanceof Template.Each each) {
            secrets(each.item(), place.at("item"), secret);
        } else if (template instanceof Template.Literal literal) {
            secrets(literal.value(), place, secret);
        }
    }

    private void secrets(@Nullable Tree tree, Place place, boolean secret) {
        if (tree instanceof Tree.Fields some) {
            some.fields().forEach((name, value) -> secrets(value, place.at(name), secret || isSecret(name)));
        } else if (tree instanceof Tree.Items some) {
            some.items().forEach(item -> secrets(item, place, secret));
        } else {
            boolean holdsAValue =
                    tree instanceof Tree.Text text ? !text.value().isEmpty() : tree instanceof Tree.Numeral;
            findings.require(
                    !(secret && holdsAValue),
                    Rule.SECRET,
                    place,
                    "a field with this name must not have its value in the definition: keys belong to the channel");
        }
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }
}
