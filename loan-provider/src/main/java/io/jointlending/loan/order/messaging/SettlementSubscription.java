package io.jointlending.loan.order.messaging;

import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
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
}
