package io.jointlending.support.message;

import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.job.Upkeep;
import java.time.LocalTime;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is done and old: sent and cancelled messages, keys of consumed ones, answers of commands, runs of jobs, alarms
 * that were told, the audit of operators. 500 rows per transaction, so that nobody waits for it and replicas keep up. Dead
 * and expired messages and dead letters stay.
 */
public final class MessagePurge extends Upkeep {
    private static final int BATCH = 500;
    private static final String CONSUMED = "consumed";
    private static final String COMMANDS = "commands";
    private static final String RUNS = "runs";
    private static final String ALARMS = "alarms";
    private static final String AUDITS = "audits";

    private final PurgeMapper mapper;
    private final Retention retention;

    /** A purge of the schema of this session. */
    public MessagePurge(SqlSession session, Retention retention) {
        super("mq-purge", LocalTime.of(3, 30));
        if (!session.getConfiguration().hasMapper(PurgeMapper.class)) {
            session.getConfiguration().addMapper(PurgeMapper.class);
        }
        this.mapper = session.getMapper(PurgeMapper.class);
        this.retention = retention;
    }

    @Override
    public Step step(Slice slice) {
        return switch (slice.cursor()) {
            case CONSUMED -> next(CONSUMED, mapper.consumed(retention.consumedDays(), BATCH), COMMANDS);
            case COMMANDS -> next(COMMANDS, mapper.commands(retention.commandDays(), BATCH), RUNS);
            case RUNS -> next(RUNS, mapper.runs(retention.jobDays(), BATCH), ALARMS);
            case ALARMS -> next(ALARMS, mapper.alarms(retention.alarmDays(), BATCH), AUDITS);
            case AUDITS -> {
                int rows = mapper.audits(retention.auditDays(), BATCH);
                yield rows < BATCH ? Step.done(rows) : Step.next(AUDITS, rows);
            }
            default -> sent(slice.cursor().isEmpty() ? 0 : Long.parseLong(slice.cursor()));
        };
    }

    private Step sent(long after) {
        @Nullable Long last = mapper.lastOld(after, retention.sentDays(), BATCH);
        if (last == null) {
            return Step.next(CONSUMED, 0);
        }
        return Step.next(Long.toString(last), mapper.sent(after, last, retention.sentDays()));
    }

    private static Step next(String same, int rows, String following) {
        return Step.next(rows < BATCH ? following : same, rows);
    }
}
