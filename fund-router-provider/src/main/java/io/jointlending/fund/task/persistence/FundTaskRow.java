package io.jointlending.fund.task.persistence;

import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.fund.task.domain.TaskStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A row of {@code fund_task} as it is read, with the age that the database gives it. */
record FundTaskRow(
        Long id,
        String taskNo,
        String channel,
        String behaviour,
        String bizNo,
        Integer attempt,
        @Nullable String orderNo,
        Integer shardKey,
        String flow,
        Integer flowVersion,
        Integer status,
        String step,
        String phase,
        @Nullable String reqNo,
        String scope,
        Integer lastSeq,
        @Nullable Integer sentSeq,
        Boolean touched,
        Boolean timerDue,
        Long ageMicros,
        Integer priority,
        @Nullable LocalDate bizDate,
        Long version,
        @Nullable String reason,
        @Nullable String traceparent) {

    FundTask task() {
        return new FundTask(
                id,
                new TaskKey(channel, behaviour, bizNo, attempt, orderNo, shardKey),
                StateText.read(this),
                TaskStatus.of(status),
                version,
                lastSeq,
                sentSeq,
                timerDue,
                Duration.of(Math.max(0, ageMicros), ChronoUnit.MICROS),
                priority,
                bizDate,
                reason,
                traceparent);
    }

    static FundTaskRow begun(
            long id,
            TaskKey key,
            TaskState state,
            int priority,
            @Nullable LocalDate bizDate,
            @Nullable String traceparent) {
        return new FundTaskRow(
                id,
                state.taskNo(),
                key.channel(),
                key.behaviour(),
                key.bizNo(),
                key.attempt(),
                key.orderNo(),
                key.shardKey(),
                state.flow(),
                state.version(),
                TaskStatus.OPEN.code(),
                state.step(),
                state.phase().name(),
                state.requestNo(),
                StateText.write(state),
                0,
                null,
                state.touched(),
                true,
                0L,
                priority,
                bizDate,
                1L,
                null,
                traceparent);
    }
}
