package io.jointlending.fund.funding.messaging;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.fund.funding.application.StartFunding;
import io.jointlending.support.consume.Subscription;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears that master orders became active. */
public final class ActivatedListener {
    private static final String GROUP = "fund-router-funding";

    private ActivatedListener() {}

    /**
     * Adds the task in the transaction that remembers the message.
     *
     * @param wake called after the commit, so that funding begins at once
     */
    public static Subscription<MasterOrderActivated> subscription(StartFunding startFunding, Runnable wake) {
        return new Subscription<>(
                MessageTypes.TOPIC_LOAN,
                MessageTypes.MASTER_ORDER_ACTIVATED,
                GROUP,
                MasterOrderActivated.class,
                (order, context) -> {
                    startFunding.run(order, context.traceparent());
                    afterCommit(wake);
                });
    }

    private static void afterCommit(Runnable wake) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
