package io.jointlending.loan.payment.domain;

/** The payment system, as far as it is asked for results that did not come. Called outside any transaction. */
@FunctionalInterface
public interface PaymentGateway {
    /** What became of the payment of an order. An implementation bounds its wait; no answer is {@code Unknown}. */
    PaymentAnswer query(String orderNo);
}
