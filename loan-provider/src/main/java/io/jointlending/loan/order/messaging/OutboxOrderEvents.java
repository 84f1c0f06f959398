package io.jointlending.loan.order.messaging;

import io.jointlending.api.message.MessageTypes;
import io.jointlending.loan.order.application.OrderViews;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.OrderEvents;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxMessage;
import java.util.List;

/** Order events in the outbox, committed with the move that they tell. */
public final class OutboxOrderEvents implements OrderEvents {
    private final Outbox outbox;

    public OutboxOrderEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void activated(MasterOrder order, List<PlannedInstallment> plan) {
        outbox.add(new OutboxMessage(
                MessageTypes.TOPIC_LOAN,
                MessageTypes.MASTER_ORDER_ACTIVATED,
                "activated-" + order.orderNo(),
                null,
                OrderViews.activation(order, plan)));
    }
}
