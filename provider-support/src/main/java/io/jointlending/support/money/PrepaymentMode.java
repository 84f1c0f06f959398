package io.jointlending.support.money;

/** What a prepayment does to the rest of the plan. */
public enum PrepaymentMode {
    /** Same term, smaller installments. */
    LOWER_INSTALLMENT,
    /** Same installment, fewer of them. */
    SHORTEN_TERM
}
