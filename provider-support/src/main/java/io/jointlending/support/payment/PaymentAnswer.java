package io.jointlending.support.payment;

/** What the payment system says of a payment. */
public sealed interface PaymentAnswer {
    /**
     * The money is taken.
     *
     * @param reference number of the receipt in the payment system
     * @param amountFen taken, in fen
     */
    record Taken(String reference, long amountFen) implements PaymentAnswer {}

    /**
     * Nothing was taken and nothing will be.
     *
     * @param why as the payment system puts it
     */
    record Refused(String why) implements PaymentAnswer {}

    /** The payment system does not know the number: it never came, or is still under way to it. */
    record NotFound() implements PaymentAnswer {}

    /**
     * Nobody knows yet.
     *
     * @param why for the log
     */
    record Unknown(String why) implements PaymentAnswer {}
}
