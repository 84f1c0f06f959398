package io.jointlending.loan.order.messaging;

import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.loan.order.application.SettleOrder;
import io.jointlending.support.consume.Subscription;

/** Hears from the repayment side that nothing is owed any more. */
public final class SettlementSubscription {
    /** Consumer group of the settlements. */
    public static final String GROUP = "loan-settlement";

    private SettlementSubscription() {}

    /** Settles orders. */
    public static Subscription<MasterOrderSettled> of(SettleOrder settle) {
        return new Subscription<>(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.MASTER_ORDER_SETTLED,
                GROUP,
                MasterOrderSettled.class,
                (settled, context) -> settle.run(settled, context.key()));
    }

    /** Gives credit back as principal is paid, where the product does. */
    public static Subscription<RepaymentPosted> posted(SettleOrder settle) {
        return new Subscription<>(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_POSTED,
                GROUP,
                RepaymentPosted.class,
                SettleOrder::givesBack,
                (posted, context) -> settle.posted(posted));
    }

    /** Takes credit again and opens orders again. */
    public static Subscription<RepaymentReversed> reversed(SettleOrder settle) {
        return new Subscription<>(
                MessageTypes.TOPIC_REPAYMENT,
                MessageTypes.REPAYMENT_REVERSED,
                GROUP,
                RepaymentReversed.class,
                (reversed, context) -> settle.reversed(reversed, context.key()));
    }
}
