package io.jointlending.repayment.reconciliation.domain;

/** How two books differ. */
public enum DifferenceKind {
    /** In our book, not in the file. */
    MISSING,
    /** In the file, not in our book. */
    EXTRA,
    /** In both with other amounts. */
    AMOUNT,
    /** The sub-order has another status. */
    STATUS,
    /** In both, on neighbouring dates. */
    CROSS_DAY
}
