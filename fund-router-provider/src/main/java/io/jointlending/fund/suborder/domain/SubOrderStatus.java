package io.jointlending.fund.suborder.domain;

/** Where a sub-order stands. It is born active, from the final composition. */
public enum SubOrderStatus {
    /** The borrower owes on it. */
    ACTIVE,
    /** Nothing is owed. */
    SETTLED,
    /** Taken over by another funder (代偿). */
    TRANSFERRED,
    /** Given up. */
    WRITTEN_OFF
}
