package io.jointlending.repayment.snapshot.application;

import io.jointlending.repayment.snapshot.domain.ChannelOverdue;
import io.jointlending.repayment.snapshot.domain.OverdueInstallment;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshot;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshots;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.OrderCursor;
import io.jointlending.support.job.OrderCursor.Page;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Day end: what every overdue installment owes, for reports. Penalty is computed, never written to a ledger: writing every
 * overdue row every day would be the largest load of the database and would move the version that quotes hold for. A
 * step reads and writes in batches of at most 500 rows, less than a thousand in all, and commits together with the cursor
 * and what it adds to the sums by channel, so that a restart goes on where it stopped and memory does not grow with the book.
 */
public final class SnapshotPenalties implements Job {
    /** Name of the job. */
    public static final String NAME = "penalty-snapshot";

    private static final int BATCH = 500;
    private static final int SHARDS = 16;
    private static final LocalTime FROM = LocalTime.of(23, 30);

    private final PenaltySnapshots snapshots;

    /** Takes snapshots of these ledgers. */
    public SnapshotPenalties(PenaltySnapshots snapshots) {
        this.snapshots = snapshots;
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

    @Override
    public Step step(Slice slice) {
        List<OverdueInstallment> found = new ArrayList<>();
        Step step = OrderCursor.walk(
                slice, BATCH, (shardKey, orderNo) -> page(slice.businessDate(), shardKey, orderNo, found));
        List<PenaltySnapshot> taken =
                found.stream().map(each -> each.on(slice.businessDate())).toList();
        for (int from = 0; from < taken.size(); from += BATCH) {
            snapshots.add(taken.subList(from, Math.min(from + BATCH, taken.size())));
        }
        if (!taken.isEmpty()) {
            snapshots.addOverdue(slice.businessDate(), ChannelOverdue.of(found, taken));
        }
        return step;
    }

    private Page page(LocalDate date, int shardKey, String afterOrderNo, List<OverdueInstallment> found) {
        List<OverdueInstallment> page = snapshots.overdue(date, shardKey, afterOrderNo, BATCH);
        if (page.size() < BATCH) {
            found.addAll(page);
            return new Page(null, page.size());
        }
        // The page may end in the middle of an order: that order comes with the next one, as a whole.
        String cut = page.get(BATCH - 1).orderNo();
        List<OverdueInstallment> whole =
                page.stream().filter(each -> !each.orderNo().equals(cut)).toList();
        if (whole.isEmpty()) {
            throw new IllegalStateException("order " + cut + " has " + BATCH + " overdue installments or more");
        }
        found.addAll(whole);
        return new Page(whole.get(whole.size() - 1).orderNo(), whole.size());
    }
}
