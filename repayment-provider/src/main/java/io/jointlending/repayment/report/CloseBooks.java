package io.jointlending.repayment.report;

import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalDate;
import java.time.LocalTime;

/** Closes the day before, and whatever is open before it, one date a step. */
public final class CloseBooks implements Job {
    private static final LocalTime FROM = LocalTime.of(0, 10);
    private static final String OPERATOR = "close-books";

    private final CloseDay closeDay;

    /** Closes by this use case. */
    public CloseBooks(CloseDay closeDay) {
        this.closeDay = closeDay;
    }

    @Override
    public String name() {
        return "close-books";
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    @Override
    public Step step(Slice slice) {
        LocalDate closed = closeDay.next(slice.businessDate().minusDays(1), OPERATOR);
        return closed == null ? Step.done(0) : Step.next(closed.toString(), 1);
    }
}
