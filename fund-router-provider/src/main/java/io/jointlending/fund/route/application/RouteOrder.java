package io.jointlending.fund.route.application;

import io.jointlending.fund.quota.domain.Claim;
import io.jointlending.fund.quota.domain.QuotaRefused;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.Decision;
import io.jointlending.fund.route.domain.Decisions;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.OrderFacts;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Router;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.support.tx.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an order a scheme, and reserves the quotas of its institutions. One decision and one reservation for each attempt,
 * however often it is asked for: after a crash, or after a lost answer, the same question has the same answer.
 *
 * <p>The next attempt belongs after a refusal that was verified, or after proof that nothing was sent; never after a lost
 * answer. It gives back what the attempt before has reserved, in the transaction that reserves anew.
 */
public final class RouteOrder {
    private static final Logger LOG = LoggerFactory.getLogger(RouteOrder.class);

    private final Transactions transactions;
    private final Programs programs;
    private final Snapshots snapshots;
    private final FundConfiguration configuration;
    private final Quotas quotas;
    private final Decisions decisions;
    private final RouteAlarms alarms;

    /** All stores share one data source. */
    public RouteOrder(
            Transactions transactions,
            Programs programs,
            Snapshots snapshots,
            FundConfiguration configuration,
            Quotas quotas,
            Decisions decisions,
            RouteAlarms alarms) {
        this.transactions = transactions;
        this.programs = programs;
        this.snapshots = snapshots;
        this.configuration = configuration;
        this.quotas = quotas;
        this.decisions = decisions;
        this.alarms = alarms;
    }

    /**
     * The scheme of an attempt. Outside of any transaction: it asks other providers, and has one of its own for each scheme it
     * tries.
     *
     * <p>A {@code Refusal} with B0320 when another provider does not answer and has never answered before, with A0521 or A0525
     * when product or scheme do not exist: then nothing is stored.
     */
    public Routed run(RouteRequest request) {
        Optional<RouteDecision> before = decided(request);
        if (before.isPresent()) {
            return routed(before.get());
        }
        Program program = programs.of(request);
        RouteDefinition route = program.definition();
        Snapshots.Seen seen = snapshots.look(route.schemes(), snapshots.now());
        OrderFacts facts =
                OrderFacts.of(request.orderNo(), request.principalFen(), request.productCode(), request.terms());
        Decision decision = request.attempt() > route.attempts()
                ? new Decision(null, "all " + route.attempts() + " attempts are used", List.of())
                : Router.decide(route, facts, seen.snapshot(), request.excluded());
        return choose(request, new Case(request, program, facts, seen, decision));
    }

    private record Case(
            RouteRequest request, Program program, OrderFacts facts, Snapshots.Seen seen, Decision decision) {
        RouteDecision with(Outcome outcome, @Nullable String scheme, boolean leadAlone, List<Candidate> candidates) {
            RouteDefinition route = program.definition();
            return new RouteDecision(
                    facts,
                    request.attempt(),
                    request.shardKey(),
                    request.productCode(),
                    seen.day(),
                    program.published() ? route.route() : null,
                    program.published() ? (Integer) route.version() : null,
                    outcome,
                    scheme,
                    leadAlone,
                    program.published() && outcome == Outcome.CHOSEN,
                    new Decision(decision.ruleName(), decision.problem(), candidates));
        }
    }

    private Routed choose(RouteRequest request, Case open) {
        List<Candidate> candidates = new ArrayList<>(open.decision().candidates());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (!candidate.open()) {
                continue;
            }
            List<Candidate> chosen = new ArrayList<>(candidates);
            chosen.set(i, candidate.chosen());
            try {
                RouteDecision decision = open.with(Outcome.CHOSEN, candidate.scheme(), false, chosen);
                return store(request, decision, claims(open, candidate.scheme()));
            } catch (QuotaRefused refused) {
                LOG.info(
                        "quota refuses orderNo={} scheme={} why={}",
                        request.orderNo(),
                        candidate.scheme(),
                        refused.getMessage());
                candidates.set(i, candidate.taken(refused.institutionCode(), refused.missing()));
            }
        }
        return store(request, lastResort(open, candidates), List.of());
    }

    private static List<Claim> claims(Case open, String schemeCode) {
        Scheme scheme = open.seen().snapshot().schemes().get(schemeCode);
        List<Claim> claims = new ArrayList<>();
        if (scheme != null) {
            long[] parts = scheme.contributions(open.request().principalFen());
            for (int i = 0; i < parts.length; i++) {
                Scheme.Share share = scheme.shares().get(i);
                if (share.external() && parts[i] > 0) {
                    String institution = share.institutionCode();
                    claims.add(new Claim(institution, open.seen().dimensions(institution), parts[i]));
                }
            }
        }
        return claims;
    }

    /** The scheme that the route names for it; without a route the lead of the first scheme alone. */
    private RouteDecision lastResort(Case open, List<Candidate> candidates) {
        RouteDefinition route = open.program().definition();
        Optional<String> own = route.lastScheme().filter(open.seen().snapshot().schemes()::containsKey);
        if (own.isPresent()) {
            return open.with(Outcome.LAST_RESORT, own.get(), false, candidates);
        }
        String first =
                open.program().published() ? null : route.otherwise().schemes().get(0);
        Scheme scheme = first == null ? null : open.seen().snapshot().schemes().get(first);
        return scheme == null || scheme.leadAlone().isEmpty()
                ? open.with(Outcome.PARKED, null, false, candidates)
                : open.with(Outcome.LAST_RESORT, first, true, candidates);
    }

    /** Decision, reservation and the release of earlier attempts in one transaction, or none of them. */
    private Routed store(RouteRequest request, RouteDecision decision, List<Claim> claims) {
        boolean stored = transactions.inTransaction(() -> {
            if (!decisions.add(decision)) {
                return false;
            }
            quotas.reserve(
                    new Quotas.Attempt(request.orderNo(), request.shardKey(), request.attempt(), decision.day()),
                    claims);
            alarms.raise(decision);
            return true;
        });
        if (!stored) {
            // Somebody was faster, perhaps to park it: that is the answer.
            return routed(decisions
                    .find(request.orderNo(), request.attempt())
                    .orElseThrow(() -> new IllegalStateException("attempt " + request.attempt() + " of "
                            + request.orderNo() + " is decided, and its decision cannot be found")));
        }
        LOG.info(
                "routed orderNo={} attempt={} outcome={} scheme={} route={} rule={}",
                request.orderNo(),
                request.attempt(),
                decision.outcome(),
                decision.schemeCode(),
                decision.route(),
                decision.decision().ruleName());
        return routed(decision);
    }

    private Optional<RouteDecision> decided(RouteRequest request) {
        return decisions
                .find(request.orderNo(), request.attempt())
                .filter(decision -> decision.outcome() != Outcome.PARKED);
    }

    private Routed routed(RouteDecision decision) {
        Optional<Scheme> scheme = Optional.ofNullable(decision.schemeCode()).map(code -> configuration
                .scheme(code)
                .orElseThrow(() -> new IllegalStateException("the scheme " + code + " is gone")));
        return new Routed(
                decision.facts().orderNo(),
                decision.attempt(),
                decision.outcome(),
                decision.leadAlone() ? scheme.flatMap(Scheme::leadAlone) : scheme,
                decision.reroutes());
    }
}
