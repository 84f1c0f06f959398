package io.jointlending.repayment.quote.application;

import io.jointlending.repayment.due.domain.DueOrders;
import io.jointlending.support.job.EachOrder;
import io.jointlending.support.job.Job;
import io.jointlending.support.tx.Transactions;
import java.time.LocalTime;

/**
 * Computes the quotes of the orders that something falls due on today, before their borrowers ask. They are stored, so that
 * every instance finds them; one whose ledger moves on is never found again.
 */
public final class PrecomputeQuotes {
    /** Name of the job. */
    public static final String NAME = "quote-precompute";

    private static final EachOrder.Plan PLAN = new EachOrder.Plan(NAME, 16, LocalTime.of(0, 5), 100);

    private PrecomputeQuotes() {}

    /** Computes quotes of these orders. */
    public static Job job(DueOrders due, ComputeQuote compute, StoredQuotes stored, Transactions transactions) {
        return new EachOrder(
                PLAN,
                due::dueOn,
                (orderNo, day) -> {
                    ComputeQuote.Computed quote = compute.run(orderNo, day);
                    transactions.inTransaction(() -> stored.keep(quote.key(), quote.view()));
                },
                transactions);
    }
}
