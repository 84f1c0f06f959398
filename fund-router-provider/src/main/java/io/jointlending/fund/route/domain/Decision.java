package io.jointlending.fund.route.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a route says of an order.
 *
 * @param ruleName rule that held, or null where none did
 * @param problem why the route cannot be asked about this order, or null
 * @param candidates every scheme that was named, those that may be tried first, in this order
 */
public record Decision(@Nullable String ruleName, @Nullable String problem, List<Candidate> candidates) {
    public Decision {
        candidates = List.copyOf(candidates);
    }
}
