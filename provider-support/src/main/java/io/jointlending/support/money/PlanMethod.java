package io.jointlending.support.money;

/** How a loan is paid back. The last principal is always the balance, so it takes the rounding. */
public enum PlanMethod {
    /** 等额本息: every installment the same amount. */
    EQUAL_INSTALLMENT,
    /** 等额本金: the same principal in every installment. */
    EQUAL_PRINCIPAL,
    /** 先息后本: interest in every installment, the principal in the last. */
    INTEREST_FIRST,
    /** 到期还本付息: principal and the interest of the whole time in the last installment. */
    BULLET,
    /** 等本等息: the same principal and, on the loan amount whatever is paid back, the same interest in every installment. */
    FLAT
}
