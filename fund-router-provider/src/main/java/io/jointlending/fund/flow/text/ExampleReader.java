package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.Example;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a definition. */
final class ExampleReader {
    private static final Tree NOTHING = new Tree.Nil();

    private final Findings findings;

    ExampleReader(Findings findings) {
        this.findings = findings;
    }

    List<Example> examples(Section definition) {
        List<Example> examples = new ArrayList<>();
        List<Tree> written = definition.list("examples");
        for (int i = 0; i < written.size(); i++) {
            Section section = Section.of(
                            written.get(i), definition.place().at("examples").at(i), findings)
                    .allow("name", "events", "path", "sent");
            section.needs(Rule.SYNTAX, "name", "events", "path");
            String name = section.text("name");
            if (name != null) {
                examples.add(new Example(name, events(section), path(section), sent(section)));
            }
        }
        return examples;
    }

    private List<Example.Happening> events(Section example) {
        List<Example.Happening> events = new ArrayList<>();
        List<Tree> written = example.list("events");
        for (int i = 0; i < written.size(); i++) {
            Place place = example.place().at("events").at(i);
            Section section = Section.of(written.get(i), place, findings);
            Example.Happening event = event(section);
            if (event == null) {
                findings.add(
                        Rule.SYNTAX,
                        place,
                        "an event is reply, lost, notSent, timer, or callback with a body beside it");
            } else {
                events.add(event);
            }
        }
        return events;
    }

    private Example.@Nullable Happening event(Section section) {
        Example.Kind kind = Arrays.stream(Example.Kind.values())
                .filter(candidate -> section.has(candidate.word()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return null;
        }
        if (kind == Example.Kind.CALLBACK) {
            section.allow(kind.word(), "body");
        } else {
            section.allow(kind.word());
        }
        Tree value = kind == Example.Kind.CALLBACK ? section.tree("body") : section.tree(kind.word());
        if (kind == Example.Kind.REPLY) {
            return value == null ? null : new Example.Happening(kind, "", value, null);
        }
        String text = section.text(kind.word());
        if (text == null || value == null) {
            return null;
        }
        Duration wait = kind == Example.Kind.TIMER ? section.duration(kind.word()) : null;
        boolean timerWithoutTime = kind == Example.Kind.TIMER && wait == null;
        return timerWithoutTime
                ? null
                : new Example.Happening(kind, text, kind == Example.Kind.CALLBACK ? value : NOTHING, wait);
    }

    private List<String> path(Section example) {
        List<String> path = new ArrayList<>();
        for (Tree step : example.list("path")) {
            if (step instanceof Tree.Text text) {
                path.add(text.value());
            } else {
                findings.add(Rule.SYNTAX, example.place().at("path"), "a path is a list of steps, this is " + step);
            }
        }
        return path;
    }

    private List<Example.Sent> sent(Section example) {
        List<Example.Sent> sent = new ArrayList<>();
        Tree written = example.tree("sent");
        List<Tree> all =
                written instanceof Tree.Items items ? items.items() : written == null ? List.of() : List.of(written);
        for (Tree one : all) {
            Section section =
                    Section.of(one, example.place().at("sent"), findings).allow("step", "at", "value");
            section.needs(Rule.SYNTAX, "step", "at", "value");
            String step = section.text("step");
            Pointer at = section.pointer("at");
            Tree value = section.tree("value");
            if (step != null && at != null && value != null) {
                sent.add(new Example.Sent(step, at, value));
            }
        }
        return sent;
    }
}
