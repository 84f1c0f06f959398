package io.jointlending.support.money;

/** What an amount is owed for, in the order in which money settles it inside one installment. */
public enum Component {
    /** Penalty (罚息) for principal paid late. */
    PENALTY,
    /** Fee (费用). */
    FEE,
    /** Interest (利息). */
    INTEREST,
    /** Principal (本金). */
    PRINCIPAL
}
