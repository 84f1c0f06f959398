package io.jointlending.loan.order.application;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;

/** Reads what the message of an active order says, for whoever needs it before the message arrives. */
public final class FindActivation {
    private final MasterOrders orders;

    public FindActivation(MasterOrders orders) {
        this.orders = orders;
    }

    /** Refuses with A0511, and with A0512 before the order is active. */
    public MasterOrderActivated run(String orderNo) {
        MasterOrder order = Orders.require(orders.find(orderNo));
        if (!order.status().activated()) {
            throw Orders.wrongState(order, "asking for its activation");
        }
        return OrderViews.activation(order, orders.plan(orderNo));
    }
}
