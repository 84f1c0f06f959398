package io.jointlending.repayment.ledger.domain;

/** When principal paid back gives credit back: a product chooses, loan-provider does it. */
public enum CreditReturnMode {
    /** When nothing is owed any more: the default. */
    ON_SETTLEMENT,
    /** With every repayment. */
    PER_PRINCIPAL
}
