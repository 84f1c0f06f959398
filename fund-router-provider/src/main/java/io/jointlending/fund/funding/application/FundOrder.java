package io.jointlending.fund.funding.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.funding.domain.Funding;
import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.fund.funding.domain.FundingPlan;
import io.jointlending.fund.funding.domain.FundingStatus;
import io.jointlending.fund.funding.domain.NextStep;
import io.jointlending.fund.funding.domain.Pauses;
import io.jointlending.fund.route.application.RouteRequest;
import io.jointlending.fund.route.application.Routed;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final Pauses pauses;

    /**
     * All stores share one data source.
     *
     * @param route gives an order its scheme; remote, never inside a transaction
     */
    public FundOrder(
            Transactions transactions,
            FundingOrders tasks,
            Function<RouteRequest, Routed> route,
            AskInstitutions askInstitutions,
            ConcludeStep concludeStep,
            Pauses pauses) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.route = route;
        this.askInstitutions = askInstitutions;
        this.concludeStep = concludeStep;
        this.pauses = pauses;
    }

    /** Works one step of a claimed task: what is known of it, and what comes next, are stored together. */
    public void run(FundingOrder claimed) {
        Funding before;
        Funding known;
        if (claimed.status() == FundingStatus.WAIT_ROUTE) {
            before = new Funding(claimed, List.of());
            known = routed(claimed).orElse(null);
        } else {
            before = tasks.load(claimed);
            known = askInstitutions.heard(before);
        }
        if (known != null) {
            NextStep next = askInstitutions.next(known);
            if (next instanceof NextStep.Send send) {
                askInstitutions.send(before, known, send.legs());
            } else if (next instanceof NextStep.TakeBack takeBack) {
                askInstitutions.takeBack(before, known, takeBack.legs());
            } else {
                concludeStep.run(before, known, next);
            }
        }
    }

    /** With the legs of its attempt, not stored; empty when it waits or a person decides. */
    private Optional<Funding> routed(FundingOrder claimed) {
        Routed routed;
        try {
            routed = route.apply(request(claimed));
        } catch (Refusal refusal) {
            refused(claimed, refusal);
            return Optional.empty();
        }
        if (routed.outcome() == Outcome.PARKED) {
            // nobody funds it now: the same attempt is asked for again, and somebody was told
            tasks.putBack(claimed, pauses.after(claimed.attempts()));
            return Optional.empty();
        }
        Scheme scheme = routed.scheme()
                .orElseThrow(() -> new IllegalStateException(claimed.orderNo() + " is routed without a scheme"));
        return Optional.of(new Funding(
                claimed.routed(scheme.code(), routed.reroutes()),
                FundingPlan.legs(claimed.orderNo(), claimed.routeAttempt(), claimed.principalFen(), scheme)));
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
            tasks.putBack(claimed, pauses.after(claimed.attempts()));
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
