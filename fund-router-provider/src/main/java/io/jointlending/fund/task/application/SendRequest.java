package io.jointlending.fund.task.application;

import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.flow.domain.template.CannotRender;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.RenderContext;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.task.domain.CallGate;
import io.jointlending.fund.task.domain.CallResult;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.fund.task.domain.Move;
import io.jointlending.fund.task.domain.StepRecord;
import io.jointlending.fund.task.domain.TaskStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends the request of a step: a place in front of the institution, the message, the write-ahead, and only then the call. */
public final class SendRequest {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final ProcessorRegistry processors;
    private final CallGate gate;
    private final InstitutionCalls calls;
    private final StoreMoves store;
    private final Supplier<LocalDate> today;

    /**
     * @param processors what templates call, with the real sources of personal data
     * @param gate our own protection before each call
     * @param today business day, Asia/Shanghai
     */
    public SendRequest(
            ProcessorRegistry processors,
            CallGate gate,
            InstitutionCalls calls,
            StoreMoves store,
            Supplier<LocalDate> today) {
        this.processors = processors;
        this.gate = gate;
        this.calls = calls;
        this.store = store;
        this.today = today;
    }

    /** What came of it. */
    sealed interface Sent {
        /** Our own protection held it back; nothing was written. */
        record Held(String why, Duration retryAfter) implements Sent {}

        /** It was written ahead and sent. */
        record Answered(RunTask.Run run, Step.Call step, CallResult result) implements Sent {}

        /** Somebody else has had the task; nothing was sent. */
        record NotOurs() implements Sent {}
    }

    /** How long a task of this channel is left alone: longer than a call of it takes. */
    static Duration lease(ChannelDefinition channel) {
        return channel.call().total().plus(MARGIN);
    }

    /**
     * Sends the request of the step that the state stands at.
     *
     * @throws CannotRender if it cannot be filled in, or is for a day that is over and nothing was asked on it; nothing was
     *     written then
     */
    Sent run(RunTask.Run run, TaskState state, RunTask.Pending pending) {
        if (!(run.flow().step(state.step()) instanceof Step.Call step)) {
            throw new IllegalStateException(state.step() + " of " + state.flow() + " sends nothing");
        }
        LocalDate day = run.task().bizDate();
        if (day != null && !state.touched() && today.get().isAfter(day)) {
            throw new CannotRender("its day " + day + " is over", false);
        }
        String requestNo = Objects.requireNonNull(state.requestNo(), "a step that sends has a request number");
        CallGate.Entry entry = gate.enter(
                run.channel(), step.endpoint(), requestNo + "-" + run.task().version());
        if (entry instanceof CallGate.Entry.Refused refused) {
            return new Sent.Held(refused.why(), refused.retryAfter());
        }
        try (CallGate.Entry.Granted place = (CallGate.Entry.Granted) entry) {
            RenderContext context = new RenderContext(run.channel().channel(), state.businessNo(), requestNo);
            Rendering.Rendered message =
                    Rendering.render(step.request(), processors, context, state.input(), state.out());
            FundTask stored = writeAhead(run, state, pending, requestNo, message);
            if (stored == null) {
                return new Sent.NotOurs();
            }
            CallResult result = place.inTime()
                    ? calls.call(run.channel(), step.endpoint(), message, requestNo)
                    : new CallResult.NotSent("too slow to be sent", false, StepRecord.Evidence.NONE);
            place.over(result);
            return new Sent.Answered(run.with(stored), step, result);
        }
    }

    private @Nullable FundTask writeAhead(
            RunTask.Run run, TaskState state, RunTask.Pending pending, String requestNo, Rendering.Rendered message) {
        StepRecord ahead = new StepRecord(
                pending.lastSeq(run.task()) + 1,
                state.step(),
                state.version(),
                StepRecord.Kind.SENT,
                "S",
                requestNo,
                null,
                new StepRecord.Evidence(null, null, message.masked(), null, null),
                null);
        Move move =
                new Move(state, TaskStatus.RUNNING, Duration.ZERO, lease(run.channel()), pending.record(), ahead, null);
        return store.patiently(run.task(), move, null, pending.together()).orElse(null);
    }
}
