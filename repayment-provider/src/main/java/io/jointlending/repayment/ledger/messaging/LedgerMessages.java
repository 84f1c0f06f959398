package io.jointlending.repayment.ledger.messaging;

import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Repayment;
import io.jointlending.repayment.ledger.domain.Settlement;
import io.jointlending.support.outbox.OutboxMessage;

/**
 * The messages of this provider. They carry the ledger's sequence, so no consumer depends on the order of arrival, and
 * they may leave right after the commit.
 */
public final class LedgerMessages {
    private LedgerMessages() {}

    /** A repayment was booked. */
    public static OutboxMessage posted(Repayment repayment, boolean splitPending) {
        return new OutboxMessage(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_POSTED,
                "posted-" + repayment.orderNo() + "-" + repayment.sequence(),
                null,
                new RepaymentPosted(
                        repayment.orderNo(),
                        repayment.repaymentNo(),
                        repayment.sequence(),
                        repayment.appliedFen(),
                        repayment.suspenseFen(),
                        repayment.valueDate(),
                        splitPending));
    }

    /** Master order and sub-orders are settled. */
    public static OutboxMessage settled(LedgerHead head, long returnablePrincipalFen) {
        Settlement settlement = head.settlement();
        if (settlement == null || !head.split()) {
            throw new IllegalStateException("Not settled together with its sub-orders: " + head);
        }
        return new OutboxMessage(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.MASTER_ORDER_SETTLED,
                "settled-" + head.orderNo() + "-" + settlement.sequence(),
                null,
                new MasterOrderSettled(
                        head.orderNo(), settlement.sequence(), returnablePrincipalFen, settlement.settledOn()));
    }
}
