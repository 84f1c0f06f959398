package io.jointlending.support.payment;

/**
 * An amount to take.
 *
 * @param paymentNo our number of the payment
 * @param orderNo master order that it is for
 * @param amountFen in fen
 */
public record Deduction(String paymentNo, String orderNo, long amountFen) {}
