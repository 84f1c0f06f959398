package io.jointlending.loan.payment.domain;

/** How a payment ended. */
public enum PaymentResult {
    /** The money reached the merchant. */
    SUCCESS,
    /** The payment ended without moving money. */
    FAILED
}
