package io.jointlending.fund.route.domain;

import io.jointlending.fund.rule.domain.Box;
import java.util.List;
import java.util.Map;

/**
 * One rule of a route: the first that holds decides.
 *
 * @param name name, unique in its route
 * @param when ways in which it holds: one of them is enough
 * @param pick schemes it names
 */
public record RouteRule(String name, List<Box> when, Pick pick) {
    public RouteRule {
        when = List.copyOf(when);
    }

    /** Whether it holds for these facts. */
    public boolean holds(Map<String, Object> facts) {
        for (Box way : when) {
            if (way.holds(facts)) {
                return true;
            }
        }
        return false;
    }
}
