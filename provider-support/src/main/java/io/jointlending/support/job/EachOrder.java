package io.jointlending.support.job;

import io.jointlending.support.job.OrderCursor.Page;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A job of one business day that does something with each of many orders, one after the other. Every order is a matter of its
 * own, with transactions of its own; a run that was stopped goes on where it was. What a day left over is not made up for.
 */
public final class EachOrder implements Job {
    private final Plan plan;
    private final Orders orders;
    private final Work work;
    private final Transactions transactions;

    /** Reads a page of orders in a transaction, and does the work outside of it. */
    public EachOrder(Plan plan, Orders orders, Work work, Transactions transactions) {
        this.plan = plan;
        this.orders = orders;
        this.work = work;
        this.transactions = transactions;
    }

    /**
     * How the job runs.
     *
     * @param name see {@link Job#name}
     * @param shards see {@link Job#shards}
     * @param from see {@link Job#from}
     * @param batch orders of a page; small where each takes long
     */
    public record Plan(String name, int shards, LocalTime from, int batch) {}

    /** The orders that the job is about. */
    @FunctionalInterface
    public interface Orders {
        /** At most {@code limit} orders of a shard key after this one, by number. */
        List<String> after(LocalDate day, int shardKey, String afterOrderNo, int limit);
    }

    /** What is done. */
    @FunctionalInterface
    public interface Work {
        /** Does it with one order; comes again for the same order when the step did not end. */
        void on(String orderNo, LocalDate day);
    }

    @Override
    public String name() {
        return plan.name;
    }

    @Override
    public int shards() {
        return plan.shards;
    }

    @Override
    public LocalTime from() {
        return plan.from;
    }

    @Override
    public boolean catchesUp() {
        return false;
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Step step(Slice slice) {
        return OrderCursor.walk(
                slice, plan.batch, (shardKey, orderNo) -> page(slice.businessDate(), shardKey, orderNo));
    }

    private Page page(LocalDate day, int shardKey, String afterOrderNo) {
        List<String> some = transactions.inTransaction(() -> orders.after(day, shardKey, afterOrderNo, plan.batch));
        some.forEach(orderNo -> work.on(orderNo, day));
        return new Page(some.size() < plan.batch ? null : some.get(plan.batch - 1), some.size());
    }
}
