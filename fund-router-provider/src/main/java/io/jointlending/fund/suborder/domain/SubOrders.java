package io.jointlending.fund.suborder.domain;

import java.time.LocalDate;
import java.util.List;

/** The sub-orders that are stored. */
public interface SubOrders {
    /** Adds the sub-orders of one order. In the running transaction; fails when the order has some already. */
    void add(List<SubOrder> subOrders);

    /** The sub-orders of an order, by seat. */
    List<SubOrder> find(String orderNo);

    /**
     * Moves these active sub-orders of one order to SETTLED. In the running transaction.
     *
     * @param sequence ledger sequence of the event that settled them
     * @param settledOn Asia/Shanghai
     */
    void settle(List<SubOrder> active, long sequence, LocalDate settledOn);
}
