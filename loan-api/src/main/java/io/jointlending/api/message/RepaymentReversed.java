package io.jointlending.api.message;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * An earlier event of a ledger was taken back. It may open a settled order again.
 *
 * @param orderNo master order
 * @param repaymentNo number of the reversal
 * @param sequence place of the reversal among the events of this order's ledger; a receiver ignores a lower one than it
 *     has applied
 * @param reversedSequence place of the event that is taken back
 * @param appliedFen what is open again, in fen
 * @param returnablePrincipalFen cumulative principal paid with money after the reversal, in fen
 * @param creditReturn ON_SETTLEMENT: the credit line holds that principal only while the order is settled; PER_PRINCIPAL:
 *     always
 * @param settled true when the order is still settled
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param splitPending true while the sub-orders do not exist yet
 */
public record RepaymentReversed(
        String orderNo,
        String repaymentNo,
        Long sequence,
        Long reversedSequence,
        Long appliedFen,
        Long returnablePrincipalFen,
        String creditReturn,
        Boolean settled,
        LocalDate valueDate,
        Boolean splitPending)
        implements Serializable {}
