package io.jointlending.repayment.ledger.domain;

/** Whether anything is owed on a ledger. */
public enum LedgerStatus {
    /** Something is open. */
    ACTIVE,
    /** Nothing is open any more. */
    SETTLED
}
