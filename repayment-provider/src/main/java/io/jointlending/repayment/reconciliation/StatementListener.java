package io.jointlending.repayment.reconciliation;

import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.StatementPage;
import io.jointlending.support.consume.Subscription;

/** Hears the pages of files that institutions gave when they were asked. */
public final class StatementListener {
    private StatementListener() {}

    /** Takes over a page in the transaction that remembers the message. */
    public static Subscription<StatementPage> subscription(ReceiveFile receiveFile) {
        return new Subscription<>(
                MessageTypes.TOPIC_FUND_ROUTER,
                MessageTypes.STATEMENT_PAGE,
                "repayment-statement",
                StatementPage.class,
                (page, context) -> receiveFile.take(page));
    }
}
