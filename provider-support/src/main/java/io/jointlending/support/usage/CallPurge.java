package io.jointlending.support.usage;

import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import java.time.LocalTime;
import org.apache.ibatis.session.SqlSession;

/** Deletes counts of days that nobody can ask for any more. Since when a method is counted stays. */
public final class CallPurge implements Job {
    private static final int KEPT_DAYS = 400;
    private static final int BATCH = 500;

    private final CallCountMapper mapper;

    /** A purge of the schema of this session. */
    public CallPurge(SqlSession session) {
        this.mapper = CallUsage.mapper(session);
    }

    @Override
    public String name() {
        return "rpc-call-purge";
    }

    @Override
    public int shards() {
        return 1;
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 50);
    }

    @Override
    public boolean catchesUp() {
        return false; // tomorrow's run deletes the same rows
    }

    @Override
    public Step step(Slice slice) {
        int rows = mapper.purge(KEPT_DAYS, BATCH);
        return rows < BATCH ? Step.done(rows) : Step.next("", rows);
    }
}
