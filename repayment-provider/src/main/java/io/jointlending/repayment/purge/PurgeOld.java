package io.jointlending.repayment.purge;

import io.jointlending.repayment.tables.Mappers;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.job.Upkeep;
import java.time.LocalDate;
import java.time.LocalTime;
import org.apache.ibatis.session.SqlSession;

/**
 * A job that deletes rows of a table whose business date is longer ago than they are kept, the oldest first. A step is one
 * batch, deleted by primary key in the transaction of the step, so that it holds few locks and can stop anywhere.
 */
public final class PurgeOld extends Upkeep {
    /** Deletes penalty snapshots. */
    public static final String SNAPSHOTS = "purge-penalty-snapshot";

    /** Deletes collection attempts that have ended. */
    public static final String ATTEMPTS = "purge-collection-attempt";

    static final int BATCH = 1_000;
    /** After the reports of the night. */
    private static final LocalTime FROM = LocalTime.of(3, 0);

    private static final String GOES_ON = "more";

    private final int days;
    private final Table table;

    private PurgeOld(String name, int days, Table table) {
        super(name, FROM);
        this.days = days;
        this.table = table;
        if (days < 1) {
            throw new IllegalArgumentException(name + " keeps rows for " + days + " days; at least 1");
        }
    }

    /** Deletes at most so many of the oldest rows before a date. */
    @FunctionalInterface
    private interface Table {
        int deleteBefore(LocalDate date, int limit);
    }

    /**
     * Of the penalty snapshots.
     *
     * @param days how long they are kept
     */
    public static Job snapshots(SqlSession session, int days) {
        PurgeMapper mapper = Mappers.of(session, PurgeMapper.class);
        return new PurgeOld(SNAPSHOTS, days, mapper::deleteSnapshots);
    }

    /**
     * Of the collection attempts. One that has not ended stays, however old: somebody has to look at it.
     *
     * @param days how long they are kept
     */
    public static Job attempts(SqlSession session, int days) {
        PurgeMapper mapper = Mappers.of(session, PurgeMapper.class);
        return new PurgeOld(ATTEMPTS, days, mapper::deleteAttempts);
    }

    @Override
    public Step step(Slice slice) {
        int rows = table.deleteBefore(slice.businessDate().minusDays(days), BATCH);
        return rows < BATCH ? Step.done(rows) : Step.next(GOES_ON, rows);
    }
}
