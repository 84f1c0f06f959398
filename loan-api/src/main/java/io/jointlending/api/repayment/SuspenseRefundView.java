package io.jointlending.api.repayment;

import java.io.Serializable;

/**
 * A refund of suspense money.
 *
 * @param refundNo number
 * @param borrowerNo customer
 * @param amountFen in fen
 * @param status REQUESTED, then PAID or FAILED
 */
public record SuspenseRefundView(String refundNo, String borrowerNo, Long amountFen, String status)
        implements Serializable {}
