package io.jointlending.loan.order.persistence;

/** A row of credit_return, in the order of the columns read. */
record CreditReturnRow(String orderNo, long appliedSequence, long appliedFen) {}
