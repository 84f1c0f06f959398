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
        Tree.Fields facts) {

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
                facts);
    }

    /** With a scheme. */
    public FundingOrder routed(String scheme) {
        return with(scheme, FundingStatus.ROUTED, null);
    }

    /** In this status, where it may stand already. */
    public FundingOrder moved(FundingStatus next) {
        return next == status ? this : with(schemeCode, next, null);
    }

    /** Handed to a person. */
    public FundingOrder manual(String why) {
        return with(schemeCode, FundingStatus.MANUAL, why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why);
    }

    /** As it is after one more claim. */
    public FundingOrder claimed() {
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
                attempts + 1,
                reason,
                traceparent,
                facts);
    }

    /** As it is after it was stored: one version on, and a step got on. */
    public FundingOrder stored() {
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
                0,
                reason,
                traceparent,
                facts);
    }

    private FundingOrder with(@Nullable String scheme, FundingStatus next, @Nullable String why) {
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
                facts);
    }
}
