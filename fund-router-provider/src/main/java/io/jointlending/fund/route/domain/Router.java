package io.jointlending.fund.route.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which schemes may fund an order, and in which order they are tried. Pure: a dry run, a test and the routing of an
 * order are the same call.
 */
public final class Router {
    private Router() {}

    /**
     * The schemes of the first rule that holds. A scheme is skipped for the first reason found; one whose institution fails
     * at the moment comes after the others. Never throws for what an order or a configuration may be.
     *
     * @param excluded institutions that refused this order before
     */
    public static Decision decide(
            RouteDefinition route, OrderFacts facts, FundSnapshot snapshot, Set<String> excluded) {
        String problem = problem(route, facts);
        if (problem != null) {
            return new Decision(null, problem, List.of());
        }
        RouteRule rule = firstHolding(route, facts.values());
        Pick pick = rule == null ? route.otherwise() : rule.pick();
        List<Candidate> candidates = ordered(route, pick, facts.orderNo()).stream()
                .map(scheme -> candidate(route, scheme, facts, snapshot, excluded))
                .toList();
        return new Decision(
                rule == null ? null : rule.name(),
                null,
                Stream.of(Candidate.Result.USABLE, Candidate.Result.DEMOTED, Candidate.Result.SKIPPED)
                        .flatMap(result -> candidates.stream().filter(one -> one.result() == result))
                        .toList());
    }

    /** Why this route cannot be asked about these facts: the proofs of the loader hold only for declared values. */
    private static @Nullable String problem(RouteDefinition route, OrderFacts facts) {
        for (Map.Entry<String, FactType> fact : route.facts().entrySet()) {
            Object value = facts.values().get(fact.getKey());
            if (value == null) {
                return "the order has no fact " + fact.getKey();
            }
            if (!fact.getValue().values().holds(value)) {
                return "the fact " + fact.getKey() + " is outside its declared values";
            }
        }
        return null;
    }

    private static @Nullable RouteRule firstHolding(RouteDefinition route, Map<String, Object> facts) {
        for (RouteRule rule : route.rules()) {
            if (rule.holds(facts)) {
                return rule;
            }
        }
        return null;
    }

    private static List<String> ordered(RouteDefinition route, Pick pick, String orderNo) {
        return switch (pick.order()) {
            case PRIORITY -> pick.schemes();
            case WEIGHT ->
                Rendezvous.order(orderNo, pick.choices()).stream()
                        .map(Pick.Choice::scheme)
                        .toList();
            case COST ->
                pick.schemes().stream()
                        .sorted(Comparator.comparing(
                                        (String scheme) -> route.costs().getOrDefault(scheme, Integer.MAX_VALUE))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
        };
    }

    private static Candidate candidate(
            RouteDefinition route, String code, OrderFacts facts, FundSnapshot snapshot, Set<String> excluded) {
        Scheme scheme = snapshot.schemes().get(code);
        if (scheme == null) {
            return Candidate.skipped(code, SkipReason.NO_SCHEME, null, null);
        }
        long[] parts = scheme.contributions(facts.principalFen());
        List<String> failing = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Scheme.Share share = scheme.shares().get(i);
            if (!share.external() || (parts[i] == 0 && !share.lead())) {
                continue; // ours needs no call; a part of 0 fen is not asked for
            }
            String fund = share.institutionCode();
            FundTerms terms = route.funds().getOrDefault(fund, FundTerms.ANY);
            if (excluded.contains(fund)) {
                return Candidate.skipped(code, SkipReason.EXCLUDED_FUND, fund, null);
            }
            FundState state = snapshot.funds().get(fund);
            if (state == null) {
                return Candidate.skipped(code, SkipReason.NO_CHANNEL, fund, null);
            }
            String refused = terms.accept().brokenBy(facts.values()).orElse(null);
            SkipReason reason =
                    against(state, snapshot, refused, terms.shareFen().holds(parts[i]), parts[i]);
            if (reason != null) {
                return Candidate.skipped(code, reason, fund, reason == SkipReason.ACCEPT ? refused : null);
            }
            if (state.breakerOpen()) {
                failing.add(fund);
            }
        }
        return failing.isEmpty() ? Candidate.usable(code) : Candidate.demoted(code, failing.get(0));
    }

    private static @Nullable SkipReason against(
            FundState state, FundSnapshot snapshot, @Nullable String refusedFact, boolean fitsShare, long partFen) {
        OptionalLong headroom = state.headroomFen();
        if (state.paused()) {
            return SkipReason.PAUSED;
        }
        if (!state.hours().holds(snapshot.at().toLocalTime())) {
            return SkipReason.CLOSED_HOURS;
        }
        if (state.closed().stream().anyMatch(window -> window.holds(snapshot.at()))) {
            return SkipReason.WINDOW;
        }
        if (refusedFact != null) {
            return SkipReason.ACCEPT;
        }
        if (!fitsShare) {
            return SkipReason.SHARE_RANGE;
        }
        if (headroom.isEmpty()) {
            return SkipReason.QUOTA_MISSING;
        }
        return headroom.getAsLong() < partFen ? SkipReason.QUOTA_SEEN_FULL : null;
    }
}
