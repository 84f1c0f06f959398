package io.jointlending.support.usage;

import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.job.Upkeep;
import java.time.LocalTime;
import org.apache.ibatis.session.SqlSession;

/** Deletes counts of days that nobody can ask for any more. Since when a method is counted stays. */
public final class CallPurge extends Upkeep {
    private static final int KEPT_DAYS = 400;
    private static final int BATCH = 500;

    private final CallCountMapper mapper;

    /** A purge of the schema of this session. */
    public CallPurge(SqlSession session) {
        super("rpc-call-purge", LocalTime.of(3, 50));
        this.mapper = CallUsage.mapper(session);
    }

    @Override
    public Step step(Slice slice) {
        int rows = mapper.purge(KEPT_DAYS, BATCH);
        return rows < BATCH ? Step.done(rows) : Step.next("", rows);
    }
}
