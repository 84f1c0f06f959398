package io.jointlending.support.payment;

/**
 * The payment system, which pays loans out and takes money from a borrower's account. Called outside any transaction; an
 * implementation bounds its wait. A payment number names one payment for ever: asking twice under one number moves the money
 * once.
 */
public interface PaymentGateway {
    /** Asks to take an amount. No answer in time is {@code Unknown}, never {@code Refused}. */
    PaymentAnswer deduct(Deduction deduction);

    /**
     * What became of a payment.
     *
     * @param paymentNo our number of it: that of a deduction, or the order whose loan was paid out
     */
    PaymentAnswer query(String paymentNo);

    /** No payment system: takes nothing, and what it is asked stays unknown. */
    static PaymentGateway none() {
        return new PaymentGateway() {
            @Override
            public PaymentAnswer deduct(Deduction deduction) {
                return new PaymentAnswer.Refused(deduction.paymentNo(), "no payment system is connected");
            }

            @Override
            public PaymentAnswer query(String paymentNo) {
                return new PaymentAnswer.Unknown("no payment system is connected");
            }
        };
    }
}
