package io.jointlending.support.money;

/** How a loan is paid back. */
public enum PlanMethod {
    /** 等额本息: every installment the same amount; the last one takes the rounding. */
    EQUAL_INSTALLMENT,
    /** 等额本金: the same principal in every installment; the last one takes the rounding. */
    EQUAL_PRINCIPAL
}
