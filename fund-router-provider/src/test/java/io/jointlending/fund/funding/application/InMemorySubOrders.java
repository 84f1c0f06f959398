package io.jointlending.fund.funding.application;

import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrders;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sub-orders in memory; a second set for one order is refused, as the unique keys of the table do. */
final class InMemorySubOrders implements SubOrders {
    private final Map<String, List<SubOrder>> byOrder = new HashMap<>();

    @Override
    public void add(List<SubOrder> subOrders) {
        if (byOrder.putIfAbsent(subOrders.get(0).orderNo(), subOrders) != null) {
            throw new IllegalStateException("the order has sub-orders: " + subOrders);
        }
    }

    @Override
    public List<SubOrder> find(String orderNo) {
        return byOrder.getOrDefault(orderNo, List.of());
    }

    @Override
    public List<SubOrder> findArchived(String orderNo) {
        return List.of();
    }

    @Override
    public boolean follow(List<SubOrder> before, long sequence, @Nullable LocalDate settledOn) {
        throw new UnsupportedOperationException("not needed here");
    }
}
