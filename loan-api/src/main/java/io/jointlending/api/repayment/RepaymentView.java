package io.jointlending.api.repayment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A booked event. In a reversal the amounts are negative.
 *
 * @param repaymentNo number
 * @param orderNo master order
 * @param sequence place among the events of the order's ledger
 * @param amountFen received, in fen
 * @param appliedFen settled dues, in fen
 * @param suspenseFen beyond everything owed: now in the customer's suspense balance, in fen
 * @param businessDate day it counts for, Asia/Shanghai
 * @param settled true when the master order owes nothing any more, however it ended
 * @param splitPending true while the sub-orders do not exist yet
 * @param kind PAYMENT, PREPAYMENT, PAY_OFF, WAIVER, WRITE_OFF, REFUND or REVERSAL
 * @param lines master lines first, then those of the sub-orders by seat
 */
public record RepaymentView(
        String repaymentNo,
        String orderNo,
        Long sequence,
        Long amountFen,
        Long appliedFen,
        Long suspenseFen,
        LocalDate businessDate,
        Boolean settled,
        Boolean splitPending,
        String kind,
        List<RepaymentLineView> lines)
        implements Serializable {}
