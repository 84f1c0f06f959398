package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.template.OutNames;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.TemplateTypes;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules about values: declared, of the right type, and set on every way to where they are used. */
final class ValueRules {
    private final FlowDefinition flow;
    private final ProcessorRegistry processors;
    private final Findings findings;

    ValueRules(FlowDefinition flow, ProcessorRegistry processors, Findings findings) {
        this.flow = flow;
        this.processors = processors;
        this.findings = findings;
    }

    void check() {
        findings.require(
                flow.input().get(flow.business()) == ValueType.STRING,
                Rule.INPUT,
                Place.of("business"),
                "business must name an input of type string, " + flow.business() + " is none");
        Map<String, ValueType> outs = outTypes();
        TemplateTypes types = new TemplateTypes(flow.input(), outs, processors, findings);
        Map<String, Set<String>> set = setAt(outs.keySet());
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.Call call) {
                Place place = Place.of("steps", step.name(), "request");
                types.check(call.request(), place);
                for (String name : OutNames.neededBy(call.request())) {
                    findings.require(
                            !outs.containsKey(name)
                                    || set.getOrDefault(step.name(), Set.of()).contains(name),
                            Rule.ASSIGNED,
                            place,
                            "out." + name + " is not set on every way to this step");
                }
            }
        }
    }

    private Map<String, ValueType> outTypes() {
        Map<String, ValueType> types = new HashMap<>();
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.Answered answered) {
                answered.out().forEach((name, field) -> {
                    ValueType other = types.putIfAbsent(name, field.type());
                    findings.require(
                            other == null || other == field.type(),
                            Rule.INPUT,
                            Place.of("steps", step.name(), "out", name),
                            "another step extracts out." + name + " with another type");
                });
            }
        }
        return types;
    }

    /** Forward analysis: what is set at a step is what every way to it has set. */
    private Map<String, Set<String>> setAt(Set<String> all) {
        List<Edge> edges = Edge.of(flow);
        Map<String, Set<String>> set = new HashMap<>();
        flow.steps().keySet().forEach(step -> set.put(step, new TreeSet<>(all)));
        set.put(flow.start(), new TreeSet<>());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : edges) {
                Set<String> after = new HashSet<>(set.getOrDefault(edge.from(), Set.of()));
                after.addAll(setBy(edge));
                Set<String> there = set.get(edge.to());
                changed |= there != null && there.retainAll(after);
            }
        }
        return set;
    }

    private Set<String> setBy(Edge edge) {
        Set<String> names = new HashSet<>();
        if (!edge.on().isEmpty() && flow.steps().get(edge.from()) instanceof Step.Answered answered) {
            answered.out().forEach((name, field) -> {
                if (isTaken(field, edge)) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    private static boolean isTaken(OutField field, Edge edge) {
        return field.when() == null || edge.on().stream().allMatch(category -> category == field.when());
    }
}
