package io.jointlending.loan.order.application;

import io.jointlending.api.loan.PlanView;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;

/** Reads the plan as issued; also of an order whose payment failed later. */
public final class FindPlan {
    private final MasterOrders orders;

    public FindPlan(MasterOrders orders) {
        this.orders = orders;
    }

    /** Refuses with A0511, and with A0512 before the loan out. */
    public PlanView run(String orderNo) {
        MasterOrder order = Orders.require(orders.find(orderNo));
        if (!order.status().paidOut()) {
            throw Orders.wrongState(order, "asking for its plan");
        }
        return OrderViews.plan(order, orders.plan(orderNo));
    }
}
