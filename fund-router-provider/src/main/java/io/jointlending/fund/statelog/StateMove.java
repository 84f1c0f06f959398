package io.jointlending.fund.statelog;

import org.jspecify.annotations.Nullable;

/**
 * One move.
 *
 * @param orderNo master order
 * @param shardKey gene of the borrower
 * @param subject what moved
 * @param seat seat of the leg or sub-order, 0 for the task
 * @param fromStatus status before, null at the beginning
 * @param toStatus status after
 * @param reason why, or null
 */
public record StateMove(
        String orderNo,
        int shardKey,
        Subject subject,
        int seat,
        @Nullable String fromStatus,
        String toStatus,
        @Nullable String reason) {
    /** What moves. */
    public enum Subject {
        /** The funding task of an order. */
        TASK,
        /** An institution asked. */
        LEG,
        /** A sub-order. */
        SUB_ORDER
    }
}
