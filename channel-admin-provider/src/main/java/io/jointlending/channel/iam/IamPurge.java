package io.jointlending.channel.iam;

import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalTime;

/** Deletes sessions that ended more than a day ago, and counts of attempts that are as old. */
public final class IamPurge implements Job {
    private static final int BATCH = 500;
    private static final String GUARD = "guard";

    private final StoredSessions sessions;
    private final LoginGuard guard;

    /** A purge of both tables. */
    public IamPurge(StoredSessions sessions, LoginGuard guard) {
        this.sessions = sessions;
        this.guard = guard;
    }

    @Override
    public String name() {
        return "iam-purge";
    }

    @Override
    public int shards() {
        return 1;
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 40);
    }

    @Override
    public boolean catchesUp() {
        return false; // tomorrow's run deletes the same rows
    }

    @Override
    public Step step(Slice slice) {
        if (slice.cursor().equals(GUARD)) {
            int rows = guard.purge(BATCH);
            return rows < BATCH ? Step.done(rows) : Step.next(GUARD, rows);
        }
        int rows = sessions.purge(BATCH);
        return Step.next(rows < BATCH ? GUARD : "", rows);
    }
}
