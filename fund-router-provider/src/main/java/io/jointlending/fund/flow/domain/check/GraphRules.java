package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Repeat;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about the ways between steps: targets, reachability, ends, cycles. */
final class GraphRules {
    private static final Map<Outcome, Category> VERIFIED =
            Map.of(Outcome.SUCCESS, Category.SUCCESS, Outcome.REJECTED, Category.REJECTED);

    private final FlowDefinition flow;
    private final Findings findings;
    private final List<Edge> edges;
    private final Ways ways;

    GraphRules(FlowDefinition flow, Findings findings) {
        this.flow = flow;
        this.findings = findings;
        this.edges = Edge.of(flow);
        this.ways = new Ways(edges, edge -> true);
    }

    void check() {
        targets();
        reachable();
        ends();
        outcomes();
        cycles();
        neverOnACycle();
    }

    private void targets() {
        findings.require(
                flow.steps().containsKey(flow.start()), Rule.TARGET, Place.of("start"), "unknown step " + flow.start());
        for (Edge edge : edges) {
            findings.require(
                    flow.steps().containsKey(edge.to()), Rule.TARGET, edge.place(), "unknown target " + edge.to());
        }
    }

    private void reachable() {
        Set<String> reached = ways.reachedFrom(List.of(flow.start()));
        for (String step : flow.steps().keySet()) {
            findings.require(reached.contains(step), Rule.REACHABLE, Place.of("steps", step), "unreachable from start");
        }
    }

    private void ends() {
        List<String> ends = flow.steps().values().stream()
                .filter(Step.End.class::isInstance)
                .map(Step::name)
                .toList();
        Set<String> leading = ways.leadingTo(ends);
        for (String step : flow.steps().keySet()) {
            findings.require(leading.contains(step), Rule.END, Place.of("steps", step), "cannot reach an end step");
        }
        for (Outcome outcome : List.of(Outcome.SUCCESS, Outcome.MANUAL)) {
            findings.require(
                    flow.end(outcome).isPresent(), Rule.END, Place.of("steps"), "no end step with outcome " + outcome);
        }
    }

    /** Another institution is asked after REJECTED, and money counts as moved after SUCCESS: both must have been said. */
    private void outcomes() {
        for (Edge edge : edges) {
            Category said = flow.steps().get(edge.to()) instanceof Step.End end ? VERIFIED.get(end.outcome()) : null;
            if (said != null) {
                findings.require(
                        edge.on().equals(List.of(said)) && !edge.label().endsWith("times"),
                        Rule.END,
                        edge.place(),
                        "only the answer " + said + " may end as " + said + ", this is " + edge.label());
            }
        }
    }

    private void cycles() {
        Ways hasty = new Ways(edges, edge -> !edge.waits());
        for (List<String> cycle : hasty.cycles(flow.steps().keySet())) {
            findings.add(
                    Rule.CYCLE, Place.of("steps", cycle.get(0)), "cycle without a wait: " + String.join(" -> ", cycle));
        }
    }

    private void neverOnACycle() {
        Ways forward = new Ways(edges, edge -> !edge.again());
        for (Step step : flow.steps().values()) {
            if (step instanceof Step.Call call && call.repeat() == Repeat.NEVER) {
                List<String> cycle = forward.wayBackTo(step.name());
                findings.require(
                        cycle.isEmpty(),
                        Rule.LOST_ANSWER,
                        Place.of("steps", step.name(), "repeat"),
                        "repeat never, and yet a way leads back to it: " + String.join(" -> ", cycle));
            }
        }
    }
}
