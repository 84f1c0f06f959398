package io.jointlending.repayment.audit;

import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalTime;

/** Audits the orders that were touched on the day before the run's. */
public final class AuditBooks implements Job {
    private static final LocalTime FROM = LocalTime.of(0, 30);

    private final AuditDay auditDay;

    /** Audits by this walk. */
    public AuditBooks(AuditDay auditDay) {
        this.auditDay = auditDay;
    }

    @Override
    public String name() {
        return "ledger-audit";
    }

    @Override
    public LocalTime from() {
        return FROM;
    }

    @Override
    public Step step(Slice slice) {
        AuditDay.Progress progress = auditDay.step(slice.businessDate().minusDays(1), slice.cursor());
        return progress.last() ? Step.done(progress.orders()) : Step.next(progress.cursor(), progress.orders());
    }
}
