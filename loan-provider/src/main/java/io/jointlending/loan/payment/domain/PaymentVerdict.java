package io.jointlending.loan.payment.domain;

import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;

/** What a payment report means for an order. */
public enum PaymentVerdict {
    /** The order was not paid out yet: it cannot have a payment. */
    TOO_EARLY,
    /** The amount is not the order's. */
    AMOUNT_DIFFERS,
    /** It ends the order's waiting. */
    ENDS,
    /** The order ended this way before. */
    REPEATS,
    /** The order ended the other way. */
    CONTRADICTS,
    /** The order was paid by another payment: the money moved twice. */
    SECOND_PAYMENT;

    /** Judges a report by the order alone. A failure reported again under another number moved no money: it repeats. */
    public static PaymentVerdict of(MasterOrder order, PaymentReport report) {
        MasterOrderStatus status = order.status();
        if (status == MasterOrderStatus.INIT || status == MasterOrderStatus.LOAN_OUT_PENDING) {
            return TOO_EARLY;
        }
        if (report.amountFen() != order.amountFen()) {
            return AMOUNT_DIFFERS;
        }
        if (status == MasterOrderStatus.LOAN_OUT_OK) {
            return ENDS;
        }
        boolean success = report.result() == PaymentResult.SUCCESS;
        if (success != status.activated()) {
            return CONTRADICTS;
        }
        return success && !report.paymentNo().equals(order.paymentNo()) ? SECOND_PAYMENT : REPEATS;
    }
}
