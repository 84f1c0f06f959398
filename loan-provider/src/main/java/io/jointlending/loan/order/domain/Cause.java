package io.jointlending.loan.order.domain;

/** The acts that move an order; their names stand in the state log. */
public enum Cause {
    /** The order was submitted. */
    SUBMIT,
    /** The cashier paid it with a loan. */
    LOAN_OUT,
    /** The payment system reported. */
    PAYMENT_CALLBACK,
    /** The payment system was asked. */
    PAYMENT_QUERY,
    /** The repayment side says that nothing is owed. */
    SETTLED,
    /** The repayment side says that the purchase was refunded and nothing is owed. */
    REFUNDED,
    /** The repayment side took a repayment back. */
    REVERSED
}
