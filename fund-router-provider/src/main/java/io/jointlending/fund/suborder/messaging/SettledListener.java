package io.jointlending.fund.suborder.messaging;

import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.fund.suborder.application.SettleSubOrders;
import io.jointlending.support.consume.Subscription;

/** Hears that master orders are settled, or open again. */
public final class SettledListener {
    private static final String GROUP = "fund-router-settlement";

    private SettledListener() {}

    /** Settles the sub-orders in the transaction that remembers the message. */
    public static Subscription<MasterOrderSettled> subscription(SettleSubOrders settleSubOrders) {
        return new Subscription<>(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.MASTER_ORDER_SETTLED,
                GROUP,
                MasterOrderSettled.class,
                (settled, context) -> settleSubOrders.run(settled));
    }

    /** Opens the sub-orders again when a reversal opened their master order. */
    public static Subscription<RepaymentReversed> reversals(SettleSubOrders settleSubOrders) {
        return new Subscription<>(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_REVERSED,
                GROUP,
                RepaymentReversed.class,
                (reversed, context) -> settleSubOrders.run(reversed));
    }
}
