package io.jointlending.fund.suborder.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.suborder.domain.SubOrder;
import io.jointlending.fund.suborder.domain.SubOrders;
import io.jointlending.support.consume.NotYet;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sub-orders follow their master order: settled when nothing is owed on it, active again when a reversal opens it; what their
 * institutions have lent out falls and rises with them. The ledger's sequence decides, so messages may come in any order.
 */
public final class SettleSubOrders {
    private static final Logger LOG = LoggerFactory.getLogger(SettleSubOrders.class);

    private final SubOrders subOrders;
    private final Quotas quotas;

    /** Both share one data source. */
    public SettleSubOrders(SubOrders subOrders, Quotas quotas) {
        this.subOrders = subOrders;
        this.quotas = quotas;
    }

    /** In the running transaction. {@link NotYet} while the sub-orders do not exist. */
    public void run(MasterOrderSettled settled) {
        follow(settled.orderNo(), settled.sequence(), settled.settledOn());
    }

    /** In the running transaction. A reversal before the sub-orders exist, or that leaves the order settled, moves nothing. */
    public void run(RepaymentReversed reversed) {
        if (!reversed.splitPending() && !reversed.settled()) {
            follow(reversed.orderNo(), reversed.sequence(), null);
        }
    }

    private void follow(String orderNo, long sequence, @Nullable LocalDate settledOn) {
        List<SubOrder> all = subOrders.find(orderNo);
        if (all.isEmpty() && !subOrders.findArchived(orderNo).isEmpty()) {
            heardAfterArchive(orderNo, sequence, settledOn);
            return;
        }
        if (all.isEmpty()) {
            throw new NotYet("order " + orderNo + " has no sub-orders yet");
        }
        boolean applied = subOrders.follow(all, sequence, settledOn);
        if (applied) {
            quotas.returned(orderNo, settledOn != null);
        }
        LOG.info(
                "sub-orders {} orderNo={} sequence={} applied={}",
                settledOn == null ? "active again" : "settled",
                orderNo,
                sequence,
                applied);
    }

    /** A settlement that comes once more changes nothing; a reversal needs a person, who brings the order back first. */
    private static void heardAfterArchive(String orderNo, long sequence, @Nullable LocalDate settledOn) {
        if (settledOn == null) {
            throw new Refusal(
                    ErrorCodes.ORDER_ARCHIVED,
                    "Event " + sequence + " opens order " + orderNo + ", whose sub-orders are archived.",
                    "orderNo");
        }
    }
}
