package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.Branch;
import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.fund.flow.domain.Next;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Repeat;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.template.Template;
import io.jointlending.fund.flow.domain.template.TemplateParser;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one step. */
final class StepReader {
    static final String CATEGORIES = "one of SUCCESS, PROCESSING, REJECTED, NOT_FOUND, RETRY and ERROR";

    private final Findings findings;

    StepReader(Findings findings) {
        this.findings = findings;
    }

    /** The step, or null if it cannot be read. */
    @Nullable
    Step step(String name, Section section) {
        String kind = section.text("kind");
        if (kind == null) {
            section.needs(Rule.SYNTAX, "kind");
            return null;
        }
        return switch (kind) {
            case "call" -> call(name, section);
            case "callback" -> callback(name, section);
            case "end" -> end(name, section);
            default -> {
                findings.add(
                        Rule.SYNTAX, section.place().at("kind"), "kind must be call, callback or end, this is " + kind);
                yield null;
            }
        };
    }

    private @Nullable Step call(String name, Section section) {
        section.allow("kind", "endpoint", "repeat", "request", "out", "next", "unknown", "sla")
                .needs(Rule.SYNTAX, "endpoint", "repeat", "request", "out", "next");
        Repeat repeat = section.parsed("repeat", StepReader::repeat, "free, same-no or never");
        Endpoint endpoint = endpoint(section);
        Tree request = section.tree("request");
        Map<String, OutField> out = out(section.section("out"));
        List<Branch> next = next(section);
        Next unknown =
                section.has("unknown") ? follow(section.section("unknown").allow("go", "again", "exhausted")) : null;
        boolean halfUnknown = section.has("unknown") && unknown == null;
        Template template = request == null
                ? null
                : new TemplateParser(findings).parse(request, section.place().at("request"));
        if (repeat == null || endpoint == null || template == null || next == null || halfUnknown) {
            return null;
        }
        return new Step.Call(name, endpoint, repeat, template, out, next, unknown, section.duration("sla"));
    }

    private @Nullable Step callback(String name, Section section) {
        for (String sends : List.of("endpoint", "request", "repeat", "unknown")) {
            findings.require(
                    !section.has(sends),
                    Rule.CALLBACK,
                    section.place().at(sends),
                    "a callback step sends nothing: '" + sends + "' does not belong here");
        }
        section.allow(
                "kind",
                "event",
                "match",
                "dedup",
                "ack",
                "out",
                "next",
                "timeout",
                "sla",
                "endpoint",
                "request",
                "repeat",
                "unknown");
        if (!section.has("timeout")) {
            findings.add(Rule.CALLBACK, section.place(), "a callback step needs a timeout");
        }
        section.needs(Rule.CALLBACK, "event", "match", "dedup", "ack");
        section.needs(Rule.SYNTAX, "out", "next");
        Section ack = section.section("ack").allow("ok", "fail");
        Section timeout = section.section("timeout").allow("after", "go");
        boolean ackWhole = !section.has("ack") || ack.needs(Rule.CALLBACK, "ok", "fail");
        boolean timeoutWhole = !section.has("timeout") || timeout.needs(Rule.CALLBACK, "after", "go");
        String event = section.text("event");
        Pointer match = section.pointer("match");
        Pointer dedup = section.pointer("dedup");
        Tree ok = ack.tree("ok");
        Tree fail = ack.tree("fail");
        Duration after = timeout.duration("after");
        String go = timeout.text("go");
        Map<String, OutField> out = out(section.section("out"));
        List<Branch> next = next(section);
        if (!ackWhole
                || !timeoutWhole
                || event == null
                || match == null
                || dedup == null
                || ok == null
                || fail == null) {
            return null;
        }
        if (after == null || go == null || next == null) {
            return null;
        }
        return new Step.Callback(name, event, match, dedup, ok, fail, out, next, after, go, section.duration("sla"));
    }

    private @Nullable Step end(String name, Section section) {
        section.allow("kind", "outcome").needs(Rule.SYNTAX, "outcome");
        Outcome outcome = section.parsed(
                "outcome",
                word -> Arrays.stream(Outcome.values())
                        .filter(value -> value.name().equals(word))
                        .findFirst()
                        .orElse(null),
                "SUCCESS, REJECTED or MANUAL");
        return outcome == null ? null : new Step.End(name, outcome);
    }

    private @Nullable Endpoint endpoint(Section section) {
        String text = section.text("endpoint");
        Endpoint endpoint = text == null ? null : Endpoint.parse(text).orElse(null);
        if (text != null && endpoint == null) {
            findings.add(
                    Rule.ENDPOINT,
                    section.place().at("endpoint"),
                    "an endpoint is GET, POST or PUT and a relative path such as loan/apply, this is " + text);
        }
        return endpoint;
    }

    private Map<String, OutField> out(Section section) {
        Map<String, OutField> out = new LinkedHashMap<>();
        for (String name : section.names()) {
            Section field = section.section(name).allow("at", "type", "when", "item");
            field.needs(Rule.SYNTAX, "at", "type");
            Pointer at = field.pointer("at");
            ValueType type = field.parsed("type", StepReader::taken, "string, long, decimal, date or list");
            Category when = field.parsed("when", StepReader::category, CATEGORIES);
            findings.require(
                    type == null || (type == ValueType.LIST) == field.has("item"),
                    Rule.SYNTAX,
                    field.place(),
                    "a list says what is taken of each 'item', and nothing else does");
            if (at != null && type != null) {
                out.put(name, new OutField(at, type, when, item(field.section("item"))));
            }
        }
        return out;
    }

    private static Map<String, Pointer> item(Section section) {
        Map<String, Pointer> item = new LinkedHashMap<>();
        for (String name : section.names()) {
            Pointer at = section.pointer(name);
            if (at != null) {
                item.put(name, at);
            }
        }
        return item;
    }

    private @Nullable List<Branch> next(Section step) {
        List<Branch> branches = new ArrayList<>();
        List<Tree> written = step.list("next");
        for (int i = 0; i < written.size(); i++) {
            Place place = step.place().at("next").at(i);
            Section section = Section.of(written.get(i), place, findings).allow("on", "go", "again", "exhausted");
            section.needs(Rule.SYNTAX, "on");
            Next next = follow(section);
            List<Category> on = on(section);
            if (next != null && !on.isEmpty()) {
                branches.add(new Branch(on, next));
            }
        }
        return branches.size() == written.size() ? branches : null;
    }

    private List<Category> on(Section section) {
        if (!(section.tree("on") instanceof Tree.Items items)) {
            Category category = section.parsed("on", StepReader::category, CATEGORIES);
            return category == null ? List.of() : List.of(category);
        }
        List<Category> all = new ArrayList<>();
        for (Tree item : items.items()) {
            Category category = item instanceof Tree.Text text ? category(text.value()) : null;
            if (category == null) {
                findings.add(Rule.SYNTAX, section.place().at("on"), "on must be " + CATEGORIES + ", this is " + item);
                return List.of();
            }
            all.add(category);
        }
        return all;
    }

    private @Nullable Next follow(Section section) {
        boolean go = section.has("go");
        if (go == section.has("again")) {
            findings.add(Rule.SYNTAX, section.place(), "either 'go' or 'again' is needed");
            return null;
        }
        if (go) {
            findings.require(
                    !section.has("exhausted"),
                    Rule.SYNTAX,
                    section.place().at("exhausted"),
                    "'exhausted' belongs to 'again'");
            String step = section.text("go");
            return step == null ? null : new Next.Go(step);
        }
        Section again = section.section("again").allow("delay", "factor", "max", "times");
        boolean bounded = again.needs(Rule.AGAIN, "delay", "factor", "max", "times");
        boolean whole = section.needs(Rule.AGAIN, "exhausted") && bounded;
        Duration delay = again.duration("delay");
        Integer factor = again.number("factor");
        Duration max = again.duration("max");
        Integer times = again.number("times");
        String exhausted = section.text("exhausted");
        if (!whole || delay == null || factor == null || max == null || times == null || exhausted == null) {
            return null;
        }
        return new Next.Again(delay, factor, max, times, exhausted);
    }

    static @Nullable Category category(String word) {
        return Arrays.stream(Category.values())
                .filter(category -> category.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ValueType taken(String word) {
        ValueType type = ValueType.ofWord(word).orElse(null);
        return type == ValueType.TREE ? null : type;
    }

    private static @Nullable Repeat repeat(String word) {
        return Arrays.stream(Repeat.values())
                .filter(repeat -> repeat.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
