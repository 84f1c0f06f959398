package io.jointlending.loan.order.persistence;

import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.job.Upkeep;
import java.time.LocalTime;

/** Deletes counts of orders that nobody can ask for any more. */
public final class OrderCountPurge extends Upkeep {
    private final OrderCounts counts;

    public OrderCountPurge(OrderCounts counts) {
        super("order-count-purge", LocalTime.of(3, 55));
        this.counts = counts;
    }

    @Override
    public Step step(Slice slice) {
        return counts.purge() ? Step.done(0) : Step.next("", 0);
    }
}
