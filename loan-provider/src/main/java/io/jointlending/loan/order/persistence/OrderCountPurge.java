package io.jointlending.loan.order.persistence;

import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalTime;

/** Deletes counts of orders that nobody can ask for any more. */
public final class OrderCountPurge implements Job {
    private final OrderCounts counts;

    public OrderCountPurge(OrderCounts counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return "order-count-purge";
    }

    @Override
    public int shards() {
        return 1;
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 55);
    }

    @Override
    public boolean catchesUp() {
        return false; // tomorrow's run deletes the same rows
    }

    @Override
    public Step step(Slice slice) {
        return counts.purge() ? Step.done(0) : Step.next("", 0);
    }
}
