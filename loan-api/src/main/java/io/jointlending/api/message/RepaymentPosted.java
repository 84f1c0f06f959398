package io.jointlending.api.message;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event other than a reversal was booked on a master order.
 *
 * @param orderNo master order
 * @param repaymentNo number of the event
 * @param sequence place among the events of this order's ledger, 1, 2, …
 * @param appliedFen part that settled dues, in fen
 * @param suspenseFen part beyond everything owed, kept for the customer, in fen
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param splitPending true while the sub-orders do not exist yet; the split follows by itself
 * @param kind PAYMENT, PREPAYMENT, PAY_OFF, WAIVER, WRITE_OFF or REFUND; null means PAYMENT
 * @param returnablePrincipalFen cumulative principal paid with money, in fen; null from an older sender
 * @param creditReturn ON_SETTLEMENT or PER_PRINCIPAL: whether that principal gives credit back now; null for the first
 */
public record RepaymentPosted(
        String orderNo,
        String repaymentNo,
        Long sequence,
        Long appliedFen,
        Long suspenseFen,
        LocalDate valueDate,
        Boolean splitPending,
        @Nullable String kind,
        @Nullable Long returnablePrincipalFen,
        @Nullable String creditReturn)
        implements Serializable {}
