package io.jointlending.support.payment;

/**
 * The payment system, which takes money from a borrower's account. Called outside any transaction; an implementation
 * bounds its wait. A payment number names one payment for ever: asking twice under one number takes the money once.
 */
public interface PaymentGateway {
    /** Asks to take an amount. No answer in time is {@code Unknown}, never {@code Refused}. */
    PaymentAnswer deduct(Deduction deduction);

    /** What became of a payment. */
    PaymentAnswer query(String paymentNo);
}
