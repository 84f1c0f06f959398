package io.jointlending.fund.task.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.fund.flow.domain.machine.Effect;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.flow.domain.machine.Machine;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.machine.Phase;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.flow.domain.machine.Transition;
import io.jointlending.fund.flow.domain.template.CannotRender;
import io.jointlending.fund.task.domain.CallResult;
import io.jointlending.fund.task.domain.Callback;
import io.jointlending.fund.task.domain.Callbacks;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.KeptValues;
import io.jointlending.fund.task.domain.Move;
import io.jointlending.fund.task.domain.StepRecord;
import io.jointlending.fund.task.domain.TaskStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works a claimed task until it waits for something or ends. A request is written ahead of its send; a task that is found with
 * an open write-ahead has lost the answer and never sends again for that reason. Steps that follow each other go on at once:
 * the end of one and the write-ahead of the next are one transaction.
 */
public final class RunTask {
    private static final Logger LOG = LoggerFactory.getLogger(RunTask.class);
    private static final Duration NO_CHANNEL = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int JITTER = 200;

    private final FundTasks tasks;
    private final Callbacks callbacks;
    private final PublishedDefinitions definitions;
    private final SendRequest sendRequest;
    private final StoreMoves store;

    /** All tables share one data source. */
    public RunTask(
            FundTasks tasks,
            Callbacks callbacks,
            PublishedDefinitions definitions,
            SendRequest sendRequest,
            StoreMoves store) {
        this.tasks = tasks;
        this.callbacks = callbacks;
        this.definitions = definitions;
        this.sendRequest = sendRequest;
        this.store = store;
    }

    /** A task under way, with the clock of this run. */
    record Run(FundTask task, FlowDefinition flow, ChannelDefinition channel, long since) {
        /** Time since the task was made: the database's when it was claimed, and what has passed since. */
        Duration elapsed() {
            long nanos = Math.max(0, System.nanoTime() - since);
            return Duration.ofMillis(task.age().plusNanos(nanos).toMillis());
        }

        Run with(FundTask stored) {
            return new Run(stored, flow, channel, since);
        }
    }

    /**
     * What happened and is not stored yet: it goes into one transaction with what follows from it.
     *
     * @param record the event, or null when nothing happened but the claim
     * @param together what else belongs into that transaction
     * @param floor the shortest wait that may follow
     */
    record Pending(@Nullable StepRecord record, Supplier<Boolean> together, Duration floor) {
        static final Pending NONE = new Pending(null, () -> true, Duration.ZERO);

        int lastSeq(FundTask task) {
            return record == null ? task.lastSeq() : record.seq();
        }
    }

    /** Works the task. */
    public void run(FundTask claimed) {
        ChannelDefinition channel = definitions.channel(claimed.key().channel()).orElse(null);
        if (channel == null) {
            tasks.putBack(claimed, NO_CHANNEL);
            LOG.warn(
                    "no channel {} is active, task {} waits",
                    claimed.key().channel(),
                    claimed.state().taskNo());
            return;
        }
        FlowDefinition flow =
                definitions.flow(claimed.state().flow(), claimed.state().version());
        Run run = new Run(claimed, flow, channel, System.nanoTime());
        Integer sent = claimed.sentSeq();
        if (sent != null) {
            StepRecord record = record(run, sent, StepRecord.Kind.SENT, "L", StepRecord.Evidence.NONE);
            happen(run, new Event.Lost("nothing was written after the request"), record, Duration.ZERO);
        } else if (claimed.state().phase() == Phase.SENDING) {
            send(run, claimed.state(), Pending.NONE);
        } else if (claimed.state().phase() == Phase.AWAITING) {
            awaiting(run);
        } else {
            timer(run);
        }
    }

    private void timer(Run run) {
        if (run.task().timerDue()) {
            happen(run, new Event.TimerFired(), applied(run, StepRecord.Kind.TIMER), Duration.ZERO);
        } else {
            tasks.putBack(run.task(), Duration.ZERO);
        }
    }

    private void awaiting(Run run) {
        FundTask task = run.task();
        for (Callback callback :
                callbacks.pending(task.key().channel(), task.key().bizNo())) {
            Occurrence occurrence =
                    new Occurrence(new Event.CalledBack(callback.event(), callback.body()), run.elapsed(), jitter());
            Transition transition = Machine.apply(run.flow(), task.state(), occurrence);
            if (transition.applied()) {
                StepRecord record = with(applied(run, StepRecord.Kind.CALLBACK), transition, occurrence);
                Supplier<Boolean> settle =
                        () -> callbacks.settle(callback.id(), Callback.Status.APPLIED, task.id(), null);
                follow(run, transition, new Pending(record, settle, Duration.ZERO));
                return;
            }
            boolean ofThisStep = run.flow().step(task.state().step()) instanceof Step.Callback step
                    && step.event().equals(callback.event());
            if (ofThisStep) {
                String why = ((Effect.Nothing) transition.effect()).why();
                callbacks.settle(callback.id(), Callback.Status.REFUSED, task.id(), why);
                LOG.warn(
                        "callback refused id={} taskNo={} why={}",
                        callback.id(),
                        task.state().taskNo(),
                        why);
            }
        }
        timer(run);
    }

    /** An event and everything that follows at once. */
    private void happen(Run run, Event event, StepRecord record, Duration floor) {
        Occurrence occurrence = new Occurrence(event, run.elapsed(), jitter());
        TaskState state = run.task().state();
        Transition transition = Machine.apply(run.flow(), state, occurrence);
        if (transition.effect() instanceof Effect.Nothing nothing) {
            throw new IllegalStateException("task " + state.taskNo() + " at " + state.step() + " does not take "
                    + event.getClass().getSimpleName() + ": " + nothing.why());
        }
        follow(run, transition, new Pending(with(record, transition, occurrence), () -> true, floor));
    }

    private void follow(Run run, Transition transition, Pending pending) {
        Effect effect = transition.effect();
        TaskState next = transition.state();
        if (effect instanceof Effect.Send) {
            send(run, next, pending);
        } else if (effect instanceof Effect.WaitUntil wait) {
            open(run, next, longer(wait.after(), pending.floor()), pending, null);
        } else if (effect instanceof Effect.AwaitCallback await) {
            open(run, next, await.timeout(), pending, null);
        } else if (effect instanceof Effect.Finish finish) {
            Move move = new Move(
                    next,
                    TaskStatus.of(finish.outcome()),
                    Duration.ZERO,
                    Duration.ZERO,
                    pending.record(),
                    null,
                    finish.why());
            known(run, store.patiently(run.task(), move, finish, pending.together()));
        }
    }

    private void open(Run run, TaskState next, Duration wait, Pending pending, @Nullable String reason) {
        Move move = new Move(next, TaskStatus.OPEN, wait, Duration.ZERO, pending.record(), null, reason);
        known(run, store.patiently(run.task(), move, null, pending.together()));
    }

    private void send(Run run, TaskState state, Pending pending) {
        SendRequest.Sent sent;
        try {
            sent = sendRequest.run(run, state, pending);
        } catch (CannotRender e) {
            cannotRender(run, state, pending, e);
            return;
        }
        if (sent instanceof SendRequest.Sent.Held held) {
            held(run, state, pending, held);
        } else if (sent instanceof SendRequest.Sent.Answered answered) {
            answered(answered);
        } else {
            known(run, Optional.empty());
        }
    }

    /** A place that is free again in a moment is waited for without an event; a longer wait is one, and ends with the flow. */
    private void held(Run run, TaskState state, Pending pending, SendRequest.Sent.Held held) {
        Duration wait = jittered(held.retryAfter());
        if (pending.record() != null) {
            open(run, state, wait, pending, held.why());
        } else if (wait.compareTo(SHORT) < 0 && run.elapsed().compareTo(state.until()) < 0) {
            tasks.putBack(run.task(), wait);
        } else {
            happen(run, new Event.NotSent(held.why()), applied(run, StepRecord.Kind.HELD), wait);
        }
    }

    /** Stores first what led here, so that the failure is an event of its own. */
    private void cannotRender(Run run, TaskState state, Pending pending, CannotRender failure) {
        Run here = run;
        if (pending.record() != null) {
            Move move = new Move(
                    state,
                    TaskStatus.RUNNING,
                    Duration.ZERO,
                    SendRequest.lease(run.channel()),
                    pending.record(),
                    null,
                    null);
            FundTask stored =
                    store.patiently(run.task(), move, null, pending.together()).orElse(null);
            if (stored == null) {
                known(run, Optional.empty());
                return;
            }
            here = run.with(stored);
        }
        String why = "the request of " + state.step() + " cannot be filled in: " + failure.getMessage();
        LOG.warn("request not filled in taskNo={} why={}", state.taskNo(), failure.getMessage());
        Event event = failure.mayPass() ? new Event.NotReady(why) : new Event.NotRendered(why);
        happen(here, event, applied(here, StepRecord.Kind.HELD), Duration.ZERO);
    }

    private void answered(SendRequest.Sent.Answered answered) {
        Run run = answered.run();
        CallResult result = answered.result();
        int seq = Objects.requireNonNull(run.task().sentSeq(), "a send was written ahead");
        if (result instanceof CallResult.Replied replied) {
            Event event = new Event.Replied(KeptValues.ofStep(answered.step(), replied.body()));
            happen(run, event, record(run, seq, StepRecord.Kind.SENT, "R", replied.evidence()), Duration.ZERO);
        } else if (result instanceof CallResult.NotSent notSent) {
            StepRecord record = record(run, seq, StepRecord.Kind.SENT, "N", notSent.evidence());
            happen(run, new Event.NotSent(notSent.why()), record, Duration.ZERO);
        } else if (result instanceof CallResult.Lost lost) {
            LOG.warn(
                    "answer lost taskNo={} step={} why={}",
                    run.task().state().taskNo(),
                    answered.step().name(),
                    lost.why());
            StepRecord record = record(run, seq, StepRecord.Kind.SENT, "L", lost.evidence());
            if (lost.forged()) {
                store.forged(run.channel().channel(), lost.why());
            }
            happen(run, new Event.Lost(lost.why()), record, Duration.ZERO);
        }
    }

    private static StepRecord applied(Run run, StepRecord.Kind kind) {
        return record(run, run.task().lastSeq() + 1, kind, "A", StepRecord.Evidence.NONE);
    }

    private static StepRecord record(
            Run run, int seq, StepRecord.Kind kind, String state, StepRecord.Evidence evidence) {
        TaskState at = run.task().state();
        String requestNo = kind == StepRecord.Kind.SENT ? at.requestNo() : null;
        return new StepRecord(seq, at.step(), at.version(), kind, state, requestNo, null, evidence, null);
    }

    /** An answer whose code could not be read counts as lost, and is recorded so. */
    private static StepRecord with(StepRecord record, Transition transition, Occurrence occurrence) {
        boolean unreadable = record.state().equals("R") && transition.category() == null;
        return new StepRecord(
                record.seq(),
                record.step(),
                record.flowVersion(),
                record.kind(),
                unreadable ? "L" : record.state(),
                record.requestNo(),
                transition.category(),
                record.evidence(),
                occurrence);
    }

    private static void known(Run run, Optional<FundTask> stored) {
        if (stored.isEmpty()) {
            LOG.info(
                    "late result refused taskNo={} version={}",
                    run.task().state().taskNo(),
                    run.task().version());
        }
    }

    private static int jitter() {
        return ThreadLocalRandom.current().nextInt(-JITTER, JITTER + 1);
    }

    private static Duration jittered(Duration wait) {
        long millis = Math.max(1, wait.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 5 + 1));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
