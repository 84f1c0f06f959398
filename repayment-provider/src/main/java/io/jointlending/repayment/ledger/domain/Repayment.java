package io.jointlending.repayment.ledger.domain;

import java.time.LocalDate;

/**
 * A repayment as it is booked.
 *
 * @param repaymentNo number
 * @param orderNo master order
 * @param sequence place among the events of the order's ledger
 * @param paymentReference receipt in the payment system; booked once
 * @param amountFen received
 * @param appliedFen settled dues
 * @param suspenseFen beyond everything owed
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param bookingDate business day of the booking, Asia/Shanghai
 * @param caller application that sent it
 * @param requestNo its request number
 */
public record Repayment(
        String repaymentNo,
        String orderNo,
        long sequence,
        String paymentReference,
        long amountFen,
        long appliedFen,
        long suspenseFen,
        LocalDate valueDate,
        LocalDate bookingDate,
        String caller,
        String requestNo) {}
