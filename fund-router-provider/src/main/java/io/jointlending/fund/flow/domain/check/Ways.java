package io.jointlending.fund.flow.domain.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which steps lead to which. */
final class Ways {
    private final Map<String, List<String>> next = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();

    Ways(List<Edge> edges, Predicate<Edge> which) {
        for (Edge edge : edges) {
            if (which.test(edge)) {
                next.computeIfAbsent(edge.from(), step -> new ArrayList<>()).add(edge.to());
                before.computeIfAbsent(edge.to(), step -> new ArrayList<>()).add(edge.from());
            }
        }
    }

    /** These steps and all that come after them. */
    Set<String> reachedFrom(Collection<String> starts) {
        return closure(starts, next);
    }

    /** These steps and all from which one of them can be reached. */
    Set<String> leadingTo(Collection<String> ends) {
        return closure(ends, before);
    }

    /** A shortest way from a step back to itself; empty if there is none. */
    List<String> wayBackTo(String step) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            String here = open.removeFirst();
            for (String to : next.getOrDefault(here, List.of())) {
                if (to.equals(step)) {
                    Deque<String> way = new ArrayDeque<>(List.of(step));
                    for (String back = here; !back.equals(step); back = cameFrom.getOrDefault(back, step)) {
                        way.addFirst(back);
                    }
                    way.addFirst(step);
                    return List.copyOf(way);
                }
                if (cameFrom.putIfAbsent(to, here) == null) {
                    open.addLast(to);
                }
            }
        }
        return List.of();
    }

    /** One cycle for each group of steps that lie on the same cycles. */
    List<List<String>> cycles(Collection<String> steps) {
        List<List<String>> cycles = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String step : steps) {
            List<String> cycle = told.contains(step) ? List.of() : wayBackTo(step);
            if (!cycle.isEmpty()) {
                told.addAll(cycle);
                cycles.add(cycle);
            }
        }
        return cycles;
    }

    private static Set<String> closure(Collection<String> starts, Map<String, List<String>> ways) {
        Set<String> seen = new LinkedHashSet<>(starts);
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            for (String to : ways.getOrDefault(open.removeFirst(), List.of())) {
                if (seen.add(to)) {
                    open.addLast(to);
                }
            }
        }
        return seen;
    }
}
