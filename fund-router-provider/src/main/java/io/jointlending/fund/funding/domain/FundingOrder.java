package io.jointlending.fund.funding.domain;

import io.jointlending.fund.flow.domain.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * The funding of one master order: state, timer and queue in one row.
 *
 * @param orderNo master order
 * @param shardKey gene of the borrower, 0 to 1023
 * @param borrowerNo borrower
 * @param productCode product, names the scheme where the order names none
 * @param askedSchemeCode ratio scheme the order asked for, or null
 * @param schemeCode ratio scheme chosen, or null before
 * @param principalFen loan amount in fen
 * @param status where it stands
 * @param version rises with every claim and every move
 * @param attempts claims since the last step that got on
 * @param reason why a person is needed, or null
 * @param traceparent trace that the order came with, or null
 * @param facts what institutions are told of the order: installments, annualRate, startDate, plan
 * @param routeAttempt attempt of routing that it stands at, 1, 2, 3, …
 * @param reroutes whether a verified refusal leads to the next attempt; otherwise the lead takes over
 */
public record FundingOrder(
        String orderNo,
        int shardKey,
        String borrowerNo,
        String productCode,
        @Nullable String askedSchemeCode,
        @Nullable String schemeCode,
        long principalFen,
        FundingStatus status,
        long version,
        int attempts,
        @Nullable String reason,
        @Nullable String traceparent,
        Tree.Fields facts,
        int routeAttempt,
        boolean reroutes) {

    private static final int MAX_REASON = 200;

    /** A task that nobody has worked on. */
    public static FundingOrder waiting(
            String orderNo,
            int shardKey,
            String borrowerNo,
            String productCode,
            @Nullable String askedSchemeCode,
            long principalFen,
            @Nullable String traceparent,
            Tree.Fields facts) {
        if (principalFen <= 0) {
            throw new IllegalStateException("order " + orderNo + " has a principal of " + principalFen + " fen");
        }
        return new FundingOrder(
                orderNo,
                shardKey,
                borrowerNo,
                productCode,
                askedSchemeCode,
                null,
                principalFen,
                FundingStatus.WAIT_ROUTE,
                1,
                0,
                null,
                traceparent,
                facts,
                1,
                false);
    }

    /** Number of installments, or null where nobody has told it. */
    public @Nullable Integer installments() {
        return facts.fields().get("installments") instanceof Tree.Numeral count
                ? (Integer) count.value().intValueExact()
                : null;
    }

    /** With the scheme of this attempt. */
    public FundingOrder routed(String scheme, boolean mayReroute) {
        return with(scheme, FundingStatus.ROUTED, null, routeAttempt, mayReroute);
    }

    /** Waiting for the scheme of the next attempt. */
    public FundingOrder rerouted() {
        return with(null, FundingStatus.WAIT_ROUTE, null, routeAttempt + 1, false);
    }

    /** In this status, where it may stand already. */
    public FundingOrder moved(FundingStatus next) {
        return next == status ? this : with(schemeCode, next, null, routeAttempt, reroutes);
    }

    /** Handed to a person. */
    public FundingOrder manual(String why) {
        String reasonKept = why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why;
        return with(schemeCode, FundingStatus.MANUAL, reasonKept, routeAttempt, reroutes);
    }

    /** As it is after one more claim. */
    public FundingOrder claimed() {
        return next(attempts + 1);
    }

    /** As it is after it was stored: one version on, and a step got on. */
    public FundingOrder stored() {
        return next(0);
    }

    private FundingOrder next(int claims) {
        return new FundingOrder(
                orderNo,
                shardKey,
                borrowerNo,
                productCode,
                askedSchemeCode,
                schemeCode,
                principalFen,
                status,
                version + 1,
                claims,
                reason,
                traceparent,
                facts,
                routeAttempt,
                reroutes);
    }

    private FundingOrder with(
            @Nullable String scheme, FundingStatus next, @Nullable String why, int attempt, boolean mayReroute) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("funding of " + orderNo + " cannot move from " + status + " to " + next);
        }
        return new FundingOrder(
                orderNo,
                shardKey,
                borrowerNo,
                productCode,
                askedSchemeCode,
                scheme,
                principalFen,
                next,
                version,
                attempts,
                why,
                traceparent,
                facts,
                attempt,
                mayReroute);
    }
}
