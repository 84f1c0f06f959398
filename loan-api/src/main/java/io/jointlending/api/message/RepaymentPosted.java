package io.jointlending.api.message;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A repayment was booked on a master order.
 *
 * @param orderNo master order
 * @param repaymentNo number of the repayment
 * @param sequence place among the events of this order's ledger, 1, 2, …
 * @param appliedFen part that settled dues, in fen
 * @param suspenseFen part beyond everything owed, kept for the customer, in fen
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param splitPending true while the sub-orders do not exist yet; the split follows by itself
 */
public record RepaymentPosted(
        String orderNo,
        String repaymentNo,
        Long sequence,
        Long appliedFen,
        Long suspenseFen,
        LocalDate valueDate,
        Boolean splitPending)
        implements Serializable {}
