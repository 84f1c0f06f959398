package io.jointlending.loan.payment.domain;

import io.jointlending.loan.order.domain.MasterOrder;

/**
 * A payment report that a person has to look at.
 *
 * @param reason what is wrong
 * @param order the order as it was when the report came
 * @param report what was reported
 */
public record Discrepancy(Reason reason, MasterOrder order, PaymentReport report) {
    /** What can be wrong with a report. */
    public enum Reason {
        /** The order ended the other way. */
        CONTRADICTS,
        /** The order was paid by another payment. */
        SECOND_PAYMENT,
        /** A query told another amount. A callback with another amount is refused and leaves nothing. */
        AMOUNT
    }
}
