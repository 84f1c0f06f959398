package io.jointlending.repayment.reconciliation;

import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalTime;

/** Starts the comparison of every complete file whose date is closed and that nobody has started. */
public final class ReconcileReceived implements Job {
    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final String OWNER = "reconciliation";

    private final CompareFile compareFile;

    /** Starts by this use case. */
    public ReconcileReceived(CompareFile compareFile) {
        this.compareFile = compareFile;
    }

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    @Override
    public Step step(Slice slice) {
        return compareFile.startNext(OWNER) ? Step.next("", 1) : Step.done(0);
    }
}
