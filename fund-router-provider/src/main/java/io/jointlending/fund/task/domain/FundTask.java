package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.machine.TaskState;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flow that runs with an institution: state, timer and queue in one row.
 *
 * @param id number of the row
 * @param key what is asked of whom
 * @param state state of the machine
 * @param status where it stands
 * @param version rises with every claim and every move; a result for an older version writes nothing
 * @param lastSeq last row of its log
 * @param sentSeq row of its log that was written ahead of a send and has no result, or null
 * @param timerDue whether its wait was over when it was read
 * @param age time since it was made when it was read, by the database's clock
 * @param priority 1 online, 5 batch
 * @param bizDate day it belongs to, Asia/Shanghai, or null: after it, nothing is sent unless something was
 * @param reason why it ended or waits, or null
 * @param traceparent trace it came with, or null
 */
public record FundTask(
        long id,
        TaskKey key,
        TaskState state,
        TaskStatus status,
        long version,
        int lastSeq,
        @Nullable Integer sentSeq,
        boolean timerDue,
        Duration age,
        int priority,
        @Nullable LocalDate bizDate,
        @Nullable String reason,
        @Nullable String traceparent) {
    /** Priority of what somebody waits for. */
    public static final int ONLINE = 1;

    /** Priority of what can wait. */
    public static final int BATCH = 5;

    /** The number that request numbers begin with. */
    public static String numbered(long id) {
        return "T%012d".formatted(id);
    }

    /** As it is after a move was stored. */
    public FundTask moved(TaskState next, TaskStatus then, int seq, @Nullable Integer sent) {
        return new FundTask(
                id, key, next, then, version + 1, seq, sent, false, age, priority, bizDate, reason, traceparent);
    }
}
