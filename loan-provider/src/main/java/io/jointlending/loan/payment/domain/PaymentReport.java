package io.jointlending.loan.payment.domain;

/**
 * What the payment system says of an order's payment.
 *
 * @param orderNo master order
 * @param paymentNo number of the payment in the payment system
 * @param result how it ended
 * @param amountFen amount in fen
 */
public record PaymentReport(String orderNo, String paymentNo, PaymentResult result, long amountFen) {}
