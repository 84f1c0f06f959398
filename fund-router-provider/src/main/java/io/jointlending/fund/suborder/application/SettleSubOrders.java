package io.jointlending.fund.suborder.application;

import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrderStatus;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.support.consume.NotYet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nothing is owed on a master order any more, so nothing is owed on its sub-orders. */
public final class SettleSubOrders {
    private static final Logger LOG = LoggerFactory.getLogger(SettleSubOrders.class);

    private final SubOrders subOrders;

    /** On these sub-orders. */
    public SettleSubOrders(SubOrders subOrders) {
        this.subOrders = subOrders;
    }

    /** In the running transaction. {@link NotYet} while the sub-orders do not exist. */
    public void run(MasterOrderSettled settled) {
        List<SubOrder> all = subOrders.find(settled.orderNo());
        if (all.isEmpty()) {
            throw new NotYet("order " + settled.orderNo() + " has no sub-orders yet");
        }
        List<SubOrder> active = all.stream()
                .filter(subOrder -> subOrder.status() == SubOrderStatus.ACTIVE)
                .toList();
        if (!active.isEmpty()) {
            subOrders.settle(active, settled.sequence(), settled.settledOn());
        }
        LOG.info(
                "sub-orders settled orderNo={} sequence={} settled={}",
                settled.orderNo(),
                settled.sequence(),
                active.size());
    }
}
