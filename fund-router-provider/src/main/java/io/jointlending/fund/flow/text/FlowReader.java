package io.jointlending.fund.flow.text;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.Example;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a definition of its tree, and reports every property that is unknown, missing or of the wrong type. */
final class FlowReader {
    private final Findings findings;

    FlowReader(Findings findings) {
        this.findings = findings;
    }

    /** The definition, or null if a part without which nothing else can be checked is missing. */
    @Nullable
    FlowDefinition read(Tree tree) {
        Section all = Section.of(tree, Place.of(), findings)
                .allow(
                        "flow",
                        "version",
                        "input",
                        "business",
                        "start",
                        "deadline",
                        "unsent",
                        "codes",
                        "steps",
                        "given",
                        "examples");
        all.needs(
                Rule.SYNTAX,
                "flow",
                "version",
                "input",
                "business",
                "start",
                "deadline",
                "codes",
                "steps",
                "given",
                "examples");
        String flow = all.text("flow");
        Integer version = all.number("version");
        String business = all.text("business");
        String start = all.text("start");
        Duration deadline = all.duration("deadline");
        Duration unsent = all.duration("unsent");
        Map<String, ValueType> input = input(all.section("input"));
        Map<String, Category> codes = codes(all.section("codes"));
        Map<String, Step> steps = steps(all.section("steps"));
        List<Example> examples = new ExampleReader(findings).examples(all);
        Tree.Fields given = all.tree("given") instanceof Tree.Fields fields ? fields : Tree.Fields.empty();
        if (flow == null || version == null || business == null || start == null || deadline == null || steps == null) {
            return null;
        }
        return new FlowDefinition(
                flow, version, input, business, start, deadline, unsent, codes, steps, given, examples);
    }

    private Map<String, ValueType> input(Section section) {
        Map<String, ValueType> input = new LinkedHashMap<>();
        for (String name : section.names()) {
            ValueType type = section.parsed(
                    name,
                    word -> ValueType.ofWord(word).orElse(null),
                    "one of string, long, decimal, date, list and tree");
            if (type != null) {
                input.put(name, type);
            }
        }
        return input;
    }

    private Map<String, Category> codes(Section section) {
        Map<String, Category> codes = new LinkedHashMap<>();
        for (String code : section.names()) {
            Category category = section.parsed(code, StepReader::category, StepReader.CATEGORIES);
            if (category != null) {
                codes.put(code, category);
            }
        }
        return codes;
    }

    /** Null if one of them cannot be read: the ways through the others would then be judged wrongly. */
    private @Nullable Map<String, Step> steps(Section section) {
        Map<String, Step> steps = new LinkedHashMap<>();
        StepReader reader = new StepReader(findings);
        List<String> unread = new ArrayList<>();
        for (String name : section.names()) {
            Step step = reader.step(name, section.section(name));
            if (step == null) {
                unread.add(name);
            } else {
                steps.put(name, step);
            }
        }
        return unread.isEmpty() && !steps.isEmpty() ? steps : null;
    }
}
