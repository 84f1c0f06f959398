package io.jointlending.repayment.ledger.domain;

/** Whether anything is owed on a ledger, and if not, how it ended. */
public enum LedgerStatus {
    /** Something is open. */
    ACTIVE,
    /** Nothing is open any more. Only a reversal leads back. */
    SETTLED,
    /** What was open was given up. Final. */
    WRITTEN_OFF,
    /** The purchase was refunded in full and nothing is open. Final. */
    REFUNDED;

    /** True when the borrower's order ended with it: the others are told, and paid principal gives credit back. */
    public boolean ended() {
        return this == SETTLED || this == REFUNDED;
    }
}
