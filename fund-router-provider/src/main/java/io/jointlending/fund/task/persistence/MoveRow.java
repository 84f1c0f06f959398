package io.jointlending.fund.task.persistence;

import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.Move;
import io.jointlending.fund.task.domain.StepRecord;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a move changes in a row of {@code fund_task}. */
record MoveRow(
        Long id,
        Long fromVersion,
        Integer fromStatus,
        Integer status,
        Integer flowVersion,
        String step,
        Boolean newStep,
        String phase,
        @Nullable String reqNo,
        String scope,
        Integer lastSeq,
        @Nullable Integer sentSeq,
        Boolean touched,
        Long waitMicros,
        Long leaseMicros,
        Long untilMicros,
        @Nullable String reason) {
    private static final int REASON = 500;
    private static final long NANOS_PER_MICRO = 1_000;

    static MoveRow of(FundTask before, Move move) {
        StepRecord ahead = move.ahead();
        StepRecord record = move.record();
        int lastSeq = ahead != null ? ahead.seq() : record != null ? record.seq() : before.lastSeq();
        return new MoveRow(
                before.id(),
                before.version(),
                before.status().code(),
                move.status().code(),
                move.state().version(),
                move.state().step(),
                !move.state().step().equals(before.state().step()),
                move.state().phase().name(),
                move.state().requestNo(),
                StateText.write(move.state()),
                lastSeq,
                ahead == null ? null : (Integer) ahead.seq(),
                move.state().touched(),
                micros(move.pause()),
                micros(move.lease()),
                micros(move.state().until()),
                cut(move.reason()));
    }

    static long micros(Duration duration) {
        return duration.toNanos() / NANOS_PER_MICRO;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= REASON ? text : text.substring(0, REASON);
    }
}
