package io.jointlending.fund.task.domain;

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
 */
public record FundTask(
        String orderNo,
        int shardKey,
        String borrowerNo,
        String productCode,
        @Nullable String askedSchemeCode,
        @Nullable String schemeCode,
        long principalFen,
        TaskStatus status,
        long version,
        int attempts,
        @Nullable String reason,
        @Nullable String traceparent) {

    private static final int MAX_REASON = 200;

    /** A task that nobody has worked on. */
    public static FundTask waiting(
            String orderNo,
            int shardKey,
            String borrowerNo,
            String productCode,
            @Nullable String askedSchemeCode,
            long principalFen,
            @Nullable String traceparent) {
        if (principalFen <= 0) {
            throw new IllegalStateException("order " + orderNo + " has a principal of " + principalFen + " fen");
        }
        return new FundTask(
                orderNo,
                shardKey,
                borrowerNo,
                productCode,
                askedSchemeCode,
                null,
                principalFen,
                TaskStatus.WAIT_ROUTE,
                1,
                0,
                null,
                traceparent);
    }

    /** With a scheme. */
    public FundTask routed(String scheme) {
        return with(scheme, TaskStatus.ROUTED, null);
    }

    /** In this status, where it may stand already. */
    public FundTask moved(TaskStatus next) {
        return next == status ? this : with(schemeCode, next, null);
    }

    /** Handed to a person. */
    public FundTask manual(String why) {
        return with(schemeCode, TaskStatus.MANUAL, why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why);
    }

    /** As it is after one more claim. */
    public FundTask claimed() {
        return new FundTask(
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
                traceparent);
    }

    /** As it is after it was stored: one version on, and a step got on. */
    public FundTask stored() {
        return new FundTask(
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
                traceparent);
    }

    private FundTask with(@Nullable String scheme, TaskStatus next, @Nullable String why) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("funding of " + orderNo + " cannot move from " + status + " to " + next);
        }
        return new FundTask(
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
                traceparent);
    }
}
