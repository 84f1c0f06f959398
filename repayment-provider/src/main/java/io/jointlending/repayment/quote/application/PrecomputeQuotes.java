package io.jointlending.repayment.quote.application;

import io.jointlending.repayment.due.domain.DueOrders;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.OrderCursor;
import io.jointlending.support.job.OrderCursor.Page;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Computes the quotes of the orders that something falls due on today, before their borrowers ask. They are stored, so that
 * every instance finds them; one whose ledger moves on is never found again.
 */
public final class PrecomputeQuotes implements Job {
    /** Name of the job. */
    public static final String NAME = "quote-precompute";

    private static final int BATCH = 100;
    private static final int SHARDS = 16;
    private static final LocalTime FROM = LocalTime.of(0, 5);

    private final DueOrders due;
    private final ComputeQuote compute;
    private final StoredQuotes stored;
    private final Transactions transactions;

    /** Computes quotes of these orders. */
    public PrecomputeQuotes(DueOrders due, ComputeQuote compute, StoredQuotes stored, Transactions transactions) {
        this.due = due;
        this.compute = compute;
        this.stored = stored;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int shards() {
        return SHARDS;
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    /** Nobody asks for the quote of yesterday. */
    @Override
    public boolean catchesUp() {
        return false;
    }

    /** Reading a ledger holds its writers off: each order is a transaction of its own, not each batch. */
    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Step step(Slice slice) {
        return OrderCursor.walk(slice, BATCH, (shardKey, orderNo) -> page(slice.businessDate(), shardKey, orderNo));
    }

    private Page page(LocalDate day, int shardKey, String afterOrderNo) {
        List<String> orders = transactions.inTransaction(() -> due.dueOn(day, shardKey, afterOrderNo, BATCH));
        for (String orderNo : orders) {
            ComputeQuote.Computed quote = compute.run(orderNo, day);
            transactions.inTransaction(() -> stored.keep(quote.key(), quote.view()));
        }
        return new Page(orders.size() < BATCH ? null : orders.get(BATCH - 1), orders.size());
    }
}
