package io.jointlending.repayment.repay.persistence;

import io.jointlending.repayment.repay.domain.SuspenseRefund;

/** A row of {@code suspense_refund}, in the order of the columns read. */
record RefundRow(String refundNo, String borrowerNo, long amountFen, String status) {
    SuspenseRefund refund() {
        return new SuspenseRefund(refundNo, borrowerNo, amountFen, SuspenseRefund.Status.valueOf(status));
    }
}
