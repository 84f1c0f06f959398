package io.jointlending.repayment.ledger.domain;

/** Where an installment of a ledger comes from. */
public enum InstallmentKind {
    /** From the plan as issued; a re-plan changes its figures, never its number or due date. */
    REGULAR,
    /** Principal prepaid at once: due and settled on the day of the prepayment. */
    PREPAYMENT
}
