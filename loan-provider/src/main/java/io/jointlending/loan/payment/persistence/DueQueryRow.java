package io.jointlending.loan.payment.persistence;

import io.jointlending.loan.payment.domain.DueQuery;

/** A due row of loan_order, in the order of the columns read. */
record DueQueryRow(String orderNo, long amountFen, int queryAttempts) {

    DueQuery toQuery() {
        return new DueQuery(orderNo, amountFen, queryAttempts);
    }
}
