package io.jointlending.loan.order.domain;

/**
 * How much credit an order gave back so far. The repayment side tells the cumulative principal paid by the borrower, with
 * a sequence; what the credit line gets is the difference to what it got before, and an older sequence changes nothing.
 * So a lost, repeated or overtaken message does no harm.
 *
 * @param orderNo master order
 * @param sequence ledger sequence of the last message that was applied, 0 before the first
 * @param appliedFen principal given back so far, in fen
 */
public record CreditReturn(String orderNo, long sequence, long appliedFen) {

    /** Before the first message. */
    public static CreditReturn none(String orderNo) {
        return new CreditReturn(orderNo, 0, 0);
    }

    /** True if a message is newer than everything applied. */
    public boolean olderThan(long messageSequence) {
        return sequence < messageSequence;
    }

    /** What the credit line gets for a new cumulative figure, in fen; negative when a reversal lowered it. */
    public long differenceTo(long cumulativeFen) {
        return Math.subtractExact(cumulativeFen, appliedFen);
    }
}
