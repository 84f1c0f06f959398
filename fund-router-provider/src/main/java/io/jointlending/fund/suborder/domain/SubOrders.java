package io.jointlending.fund.suborder.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sub-orders that are stored. */
public interface SubOrders {
    /** Adds the sub-orders of one order. In the running transaction; fails when the order has some already. */
    void add(List<SubOrder> subOrders);

    /** The sub-orders of an order, by seat. */
    List<SubOrder> find(String orderNo);

    /** Those of an order that was settled and moved to the archive: nothing moves them any more. */
    List<SubOrder> findArchived(String orderNo);

    /**
     * Moves the sub-orders of one order to SETTLED, or back to ACTIVE, as an event of the ledger says. In the running
     * transaction.
     *
     * @param before all of them, as they are
     * @param sequence ledger sequence of the event
     * @param settledOn Asia/Shanghai, or null when something is owed again
     * @return false when a later event was applied before; nothing is changed then
     */
    boolean follow(List<SubOrder> before, long sequence, @Nullable LocalDate settledOn);
}
