package io.jointlending.fund.flow.domain.check;

import io.jointlending.fund.flow.domain.Branch;
import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Next;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.finding.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way from one step to another.
 *
 * @param from step it leaves
 * @param to step it leads to, by name; may not exist in a definition that is not checked
 * @param on answers after which it is taken; empty if it is taken without an answer
 * @param waits whether time passes on it
 * @param again whether it sends the same step again
 * @param label what it is for, in a few words
 * @param place where it is written
 */
public record Edge(String from, String to, List<Category> on, boolean waits, boolean again, String label, Place place) {
    public Edge {
        on = List.copyOf(on);
    }

    /** Every way of a definition, in the order they are written. */
    public static List<Edge> of(FlowDefinition flow) {
        List<Edge> edges = new ArrayList<>();
        for (Step step : flow.steps().values()) {
            Place place = Place.of("steps", step.name());
            if (step instanceof Step.Answered answered) {
                boolean callback = step instanceof Step.Callback;
                for (int i = 0; i < answered.next().size(); i++) {
                    Branch branch = answered.next().get(i);
                    String label = branch.on().stream().map(Enum::name).collect(Collectors.joining("/"));
                    add(
                            edges,
                            step.name(),
                            branch.next(),
                            branch.on(),
                            callback,
                            label,
                            place.at("next").at(i));
                }
            }
            if (step instanceof Step.Call call && call.unknown() != null) {
                add(edges, step.name(), call.unknown(), List.of(), false, "lost answer", place.at("unknown"));
            }
            if (step instanceof Step.Callback callback) {
                String label = "no callback in " + words(callback.timeout());
                Place timeout = place.at("timeout").at("go");
                edges.add(new Edge(step.name(), callback.timeoutStep(), List.of(), true, false, label, timeout));
            }
        }
        return edges;
    }

    /** A duration as it is written in a definition. */
    static String words(Duration duration) {
        long millis = duration.toMillis();
        long[] units = {86_400_000, 3_600_000, 60_000, 1_000};
        String[] names = {"d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (millis >= units[i] && millis % units[i] == 0) {
                return millis / units[i] + names[i];
            }
        }
        return millis + "ms";
    }

    private static void add(
            List<Edge> edges, String from, Next next, List<Category> on, boolean waits, String label, Place place) {
        if (next instanceof Next.Go go) {
            edges.add(new Edge(from, go.step(), on, waits, false, label, place.at("go")));
        } else if (next instanceof Next.Again again) {
            edges.add(new Edge(from, from, on, true, true, label + " again x" + again.times(), place.at("again")));
            String exhausted = label + " " + again.times() + " times";
            edges.add(new Edge(from, again.exhausted(), on, true, false, exhausted, place.at("exhausted")));
        }
    }
}
