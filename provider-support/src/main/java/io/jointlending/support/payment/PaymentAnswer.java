package io.jointlending.support.payment;

/** What the payment system says of a payment. */
public sealed interface PaymentAnswer {
    /**
     * The money moved: taken from the borrower, or paid out for the borrower.
     *
     * @param reference number of the payment in the payment system
     * @param amountFen moved, in fen
     */
    record Done(String reference, long amountFen) implements PaymentAnswer {}

    /**
     * Nothing moved and nothing will.
     *
     * @param reference number of the payment in the payment system, or our own where it has none
     * @param why as the payment system puts it
     */
    record Refused(String reference, String why) implements PaymentAnswer {}

    /** The payment system does not know the number: it never came, or is still under way to it. */
    record NotFound() implements PaymentAnswer {}

    /**
     * Nobody knows yet: still running, no answer, not understood. Never taken for a refusal.
     *
     * @param why for the log
     */
    record Unknown(String why) implements PaymentAnswer {}
}
