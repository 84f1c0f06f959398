package io.jointlending.repayment.repay.domain;

/**
 * Suspense money on its way back to the customer. It left the balance when it was requested.
 *
 * @param refundNo number
 * @param borrowerNo customer
 * @param amountFen positive
 * @param status where it is
 */
public record SuspenseRefund(String refundNo, String borrowerNo, long amountFen, Status status) {
    /** Where a refund is. */
    public enum Status {
        /** Asked for; the payment is under way. */
        REQUESTED,
        /** The customer has it. Final. */
        PAID,
        /** It came back, and the balance has it again. Final. */
        FAILED
    }

    /** A new refund. */
    public static SuspenseRefund requested(String refundNo, String borrowerNo, long amountFen) {
        return new SuspenseRefund(refundNo, borrowerNo, amountFen, Status.REQUESTED);
    }

    /** The refund after its payment ended. */
    public SuspenseRefund ended(boolean paid) {
        return new SuspenseRefund(refundNo, borrowerNo, amountFen, paid ? Status.PAID : Status.FAILED);
    }
}
