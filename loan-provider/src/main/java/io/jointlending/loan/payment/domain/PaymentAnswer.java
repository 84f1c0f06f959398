package io.jointlending.loan.payment.domain;

/** What the payment system answers when it is asked. */
public sealed interface PaymentAnswer {
    /**
     * The payment ended.
     *
     * @param report how
     */
    record Ended(PaymentReport report) implements PaymentAnswer {}

    /**
     * Nothing is known: still running, not found, no answer, not understood. Never taken for a failure.
     *
     * @param why for the log
     */
    record Unknown(String why) implements PaymentAnswer {}
}
