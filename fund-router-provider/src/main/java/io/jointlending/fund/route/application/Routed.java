package io.jointlending.fund.route.application;

import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an order was given.
 *
 * @param orderNo master order
 * @param attempt attempt this is the answer to
 * @param outcome CHOSEN, LAST_RESORT, or PARKED: ask again later with the same attempt
 * @param scheme empty while parked; of the last resort it has no external institution
 * @param reroutes true: after a verified refusal ask again with the next attempt; false: the lead takes over what others refuse
 */
public record Routed(String orderNo, int attempt, Outcome outcome, Optional<Scheme> scheme, boolean reroutes) {
    /**
     * One institution's exact part.
     *
     * @param share its place in the scheme
     * @param amountFen in fen; together they are the principal
     */
    public record Part(Scheme.Share share, long amountFen) {}

    /** The parts by seat; none while parked. */
    public List<Part> parts(long principalFen) {
        List<Part> parts = new ArrayList<>();
        scheme.ifPresent(given -> {
            long[] amounts = given.contributions(principalFen);
            for (int i = 0; i < amounts.length; i++) {
                parts.add(new Part(given.shares().get(i), amounts[i]));
            }
        });
        return List.copyOf(parts);
    }
}
