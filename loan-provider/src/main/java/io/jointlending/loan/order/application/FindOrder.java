package io.jointlending.loan.order.application;

import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.loan.order.domain.MasterOrders;

/** Reads an order as it is now. */
public final class FindOrder {
    private final MasterOrders orders;

    public FindOrder(MasterOrders orders) {
        this.orders = orders;
    }

    /** Refuses with A0511. */
    public MasterOrderView run(String orderNo) {
        return OrderViews.order(Orders.require(orders.find(orderNo)));
    }
}
