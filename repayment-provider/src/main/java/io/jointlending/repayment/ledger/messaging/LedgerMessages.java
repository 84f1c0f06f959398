package io.jointlending.repayment.ledger.messaging;

import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.ReversedEvent;
import io.jointlending.repayment.ledger.domain.Settlement;
import io.jointlending.support.outbox.OutboxMessage;

/**
 * The messages of this provider. They carry the ledger's sequence, so no consumer depends on the order of arrival, and
 * they may leave right after the commit.
 */
public final class LedgerMessages {
    private LedgerMessages() {}

    /** An event was booked that is not a reversal. */
    public static OutboxMessage posted(Booking booking, Posting posting) {
        LedgerHead after = posting.after().head();
        return new OutboxMessage(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_POSTED,
                "posted-" + booking.orderNo() + "-" + booking.sequence(),
                null,
                new RepaymentPosted(
                        booking.orderNo(),
                        booking.repaymentNo(),
                        booking.sequence(),
                        booking.appliedFen(),
                        booking.suspenseFen(),
                        booking.valueDate(),
                        !after.split(),
                        posting.kind().name(),
                        after.returnablePrincipalFen(),
                        after.terms().creditReturn().name()));
    }

    /** An event was taken back. */
    public static OutboxMessage reversed(Booking booking, Posting posting) {
        LedgerHead after = posting.after().head();
        ReversedEvent reversed = posting.reversed();
        if (reversed == null) {
            throw new IllegalStateException("Not a reversal: " + booking);
        }
        return new OutboxMessage(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_REVERSED,
                "reversed-" + booking.orderNo() + "-" + booking.sequence(),
                null,
                new RepaymentReversed(
                        booking.orderNo(),
                        booking.repaymentNo(),
                        booking.sequence(),
                        reversed.sequence(),
                        Math.negateExact(booking.appliedFen()),
                        after.returnablePrincipalFen(),
                        after.terms().creditReturn().name(),
                        after.status() == LedgerStatus.SETTLED,
                        booking.valueDate(),
                        !after.split()));
    }

    /** Master order and sub-orders are settled. */
    public static OutboxMessage settled(LedgerHead head) {
        Settlement settlement = head.settlement();
        if (settlement == null || !head.split() || !settlement.status().ended()) {
            throw new IllegalStateException("Not settled together with its sub-orders: " + head);
        }
        return new OutboxMessage(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.MASTER_ORDER_SETTLED,
                "settled-" + head.orderNo() + "-" + settlement.sequence(),
                null,
                new MasterOrderSettled(
                        head.orderNo(),
                        settlement.sequence(),
                        head.returnablePrincipalFen(),
                        settlement.settledOn(),
                        settlement.status().name()));
    }
}
