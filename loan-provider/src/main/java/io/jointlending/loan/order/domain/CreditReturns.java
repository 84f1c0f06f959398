package io.jointlending.loan.order.domain;

/** What each order gave back to its credit line. Read and written while the order is locked. */
public interface CreditReturns {
    /** What an order gave back so far. */
    CreditReturn find(String orderNo);

    /** Stores a newer figure. */
    void store(CreditReturn applied);
}
