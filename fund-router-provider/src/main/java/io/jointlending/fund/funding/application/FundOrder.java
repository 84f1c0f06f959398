package io.jointlending.fund.funding.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.FundingPlan;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.NextStep;
import io.jointlending.fund.funding.domain.QueryLadder;
import io.jointlending.fund.route.application.RouteRequest;
import io.jointlending.fund.route.application.Routed;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of the funding of one order. Every step leaves a stored state from which any instance can go on. */
public final class FundOrder {
    private static final Logger LOG = LoggerFactory.getLogger(FundOrder.class);

    private final Transactions transactions;
    private final FundingOrders tasks;
    private final Function<RouteRequest, Routed> route;
    private final AskInstitutions askInstitutions;
    private final ConcludeStep concludeStep;
    private final QueryLadder ladder;

    /**
     * The ladder paces unknown results and steps that could not reach another provider.
     *
     * @param route gives an order its scheme; remote, never inside a transaction
     */
    public FundOrder(
            Transactions transactions,
            FundingOrders tasks,
            Function<RouteRequest, Routed> route,
            AskInstitutions askInstitutions,
            ConcludeStep concludeStep,
            QueryLadder ladder) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.route = route;
        this.askInstitutions = askInstitutions;
        this.concludeStep = concludeStep;
        this.ladder = ladder;
    }

    /** Works one step of a claimed task. */
    public void run(FundingOrder claimed) {
        if (claimed.status() == FundingStatus.WAIT_ROUTE) {
            route(claimed);
            return;
        }
        Funding funding = tasks.load(claimed);
        NextStep next = funding.next(ladder);
        if (next instanceof NextStep.Send send) {
            askInstitutions.send(funding, send.legs());
        } else if (next instanceof NextStep.Query query) {
            askInstitutions.query(funding, query.legs());
        } else {
            concludeStep.run(funding, funding);
        }
    }

    private void route(FundingOrder claimed) {
        Routed routed;
        try {
            routed = route.apply(request(claimed));
        } catch (Refusal refusal) {
            refused(claimed, refusal);
            return;
        }
        if (routed.outcome() == Outcome.PARKED) {
            // nobody funds it now: the same attempt is asked for again, and somebody was told
            tasks.putBack(claimed, ladder.waitAfter(claimed.attempts() - 1));
            return;
        }
        Scheme scheme = routed.scheme()
                .orElseThrow(() -> new IllegalStateException(claimed.orderNo() + " is routed without a scheme"));
        Funding before = new Funding(claimed, List.of());
        Funding after = new Funding(
                claimed.routed(scheme.code(), routed.reroutes()),
                FundingPlan.legs(claimed.orderNo(), claimed.routeAttempt(), claimed.principalFen(), scheme));
        transactions.inTransaction(() -> tasks.save(before, after, Duration.ZERO));
    }

    private RouteRequest request(FundingOrder claimed) {
        return new RouteRequest(
                claimed.orderNo(),
                claimed.shardKey(),
                claimed.routeAttempt(),
                claimed.productCode(),
                claimed.askedSchemeCode(),
                claimed.principalFen(),
                claimed.installments(),
                claimed.routeAttempt() == 1 ? Set.of() : tasks.refusedBy(claimed.orderNo()));
    }

    /** No answer is tried again later, for as long as it takes; an answer that there is no such scheme needs a person. */
    private void refused(FundingOrder claimed, Refusal refusal) {
        if (refusal.code().equals(ErrorCodes.PROVIDER_UNAVAILABLE)) {
            tasks.putBack(claimed, ladder.waitAfter(claimed.attempts() - 1));
            LOG.info(
                    "funding waits orderNo={} attempts={} why={}",
                    claimed.orderNo(),
                    claimed.attempts(),
                    refusal.getMessage());
            return;
        }
        Funding before = new Funding(claimed, List.of());
        Funding manual = before.with(claimed.manual(refusal.code().code() + " " + refusal.getMessage()));
        transactions.inTransaction(() -> tasks.save(before, manual, Duration.ZERO));
        LOG.warn(
                "funding needs a person orderNo={} reason={}",
                claimed.orderNo(),
                manual.task().reason());
    }
}
