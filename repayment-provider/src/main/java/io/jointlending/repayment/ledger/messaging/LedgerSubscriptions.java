package io.jointlending.repayment.ledger.messaging;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.repayment.ledger.application.OpenLedger;
import io.jointlending.repayment.ledger.application.OpenSubLedgers;
import io.jointlending.support.consume.Subscription;

/** What this provider hears. */
public final class LedgerSubscriptions {
    private LedgerSubscriptions() {}

    /** Opens the ledger of an activated order. */
    public static Subscription<MasterOrderActivated> activated(OpenLedger openLedger) {
        return new Subscription<>(
                MessageTypes.TOPIC_LOAN,
                MessageTypes.MASTER_ORDER_ACTIVATED,
                "repayment-ledger",
                MasterOrderActivated.class,
                (order, context) -> openLedger.run(order));
    }

    /** Opens the ledgers of the sub-orders. */
    public static Subscription<SubOrdersCreated> subOrdersCreated(OpenSubLedgers openSubLedgers) {
        return new Subscription<>(
                MessageTypes.TOPIC_FUND_ROUTER,
                MessageTypes.SUB_ORDERS_CREATED,
                "repayment-split",
                SubOrdersCreated.class,
                (created, context) -> openSubLedgers.run(created));
    }
}
