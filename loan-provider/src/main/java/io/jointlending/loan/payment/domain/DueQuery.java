package io.jointlending.loan.payment.domain;

/**
 * An order whose payment result did not come in time.
 *
 * @param orderNo master order in state 30
 * @param amountFen what it is over, in fen
 * @param attempts how often the payment system was asked without a result
 */
public record DueQuery(String orderNo, long amountFen, int attempts) {}
