package io.jointlending.channel.iam;

import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.job.Upkeep;
import java.time.LocalTime;

/** Deletes sessions that ended more than a day ago, and counts of attempts that are as old. */
public final class IamPurge extends Upkeep {
    private static final int BATCH = 500;
    private static final String GUARD = "guard";

    private final StoredSessions sessions;
    private final LoginGuard guard;

    /** A purge of both tables. */
    public IamPurge(StoredSessions sessions, LoginGuard guard) {
        super("iam-purge", LocalTime.of(3, 40));
        this.sessions = sessions;
        this.guard = guard;
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
