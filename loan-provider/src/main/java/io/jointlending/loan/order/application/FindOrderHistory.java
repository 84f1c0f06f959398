package io.jointlending.loan.order.application;

import io.jointlending.api.loan.OrderHistoryView;
import io.jointlending.api.loan.StateChangeView;
import io.jointlending.loan.order.domain.MasterOrders;
import java.util.List;

/** Reads the states an order went through. */
public final class FindOrderHistory {
    private static final int CHANGES_MAX = 200;

    private final MasterOrders orders;

    public FindOrderHistory(MasterOrders orders) {
        this.orders = orders;
    }

    /** Refuses with A0511. */
    public OrderHistoryView run(String orderNo) {
        Orders.require(orders.find(orderNo));
        List<StateChangeView> changes = orders.history(orderNo, CHANGES_MAX).stream()
                .map(c -> new StateChangeView(c.fromStatus(), c.toStatus(), c.cause(), c.reference(), c.changedAt()))
                .toList();
        return new OrderHistoryView(orderNo, changes);
    }
}
