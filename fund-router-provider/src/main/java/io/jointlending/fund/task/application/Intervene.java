package io.jointlending.fund.task.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.machine.Effect;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.flow.domain.machine.Machine;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.machine.Transition;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.Move;
import io.jointlending.fund.task.domain.StepRecord;
import io.jointlending.fund.task.domain.TaskStatus;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person resumes, moves or ends a task: an event like all others, so that a replay stays exact. */
public final class Intervene {
    private static final Logger LOG = LoggerFactory.getLogger(Intervene.class);

    private final Transactions transactions;
    private final FundTasks tasks;
    private final PublishedDefinitions definitions;
    private final StoreMoves store;
    private final FundAudit audit;
    private final Runnable wakeRunner;

    /**
     * All tables share one data source.
     *
     * @param wakeRunner called after the commit
     */
    public Intervene(
            Transactions transactions,
            FundTasks tasks,
            PublishedDefinitions definitions,
            StoreMoves store,
            FundAudit audit,
            Runnable wakeRunner) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.definitions = definitions;
        this.store = store;
        this.audit = audit;
        this.wakeRunner = wakeRunner;
    }

    /**
     * Applies it.
     *
     * <p>Refuses with A0606 a task that does not exist, with A0607 what the task or the rules do not allow: of an archived order,
     * while a request is under way, without a second person where one is needed, onto a step that must not be sent again or
     * lacks its inputs.
     *
     * @param version version to move to, for REPIN, otherwise null
     */
    public FundTask run(long taskId, Event.Intervened event, @Nullable Integer version, String requestNo) {
        FundTask moved = transactions.inTransaction(() -> {
            FundTask task = tasks.lock(taskId).orElseThrow(() -> notLive(taskId));
            if (task.status() == TaskStatus.RUNNING) {
                throw new Refusal(ErrorCodes.INTERVENTION_REFUSED, "the task is running at this moment", "taskNo");
            }
            if (task.sentSeq() != null) {
                throw new Refusal(ErrorCodes.INTERVENTION_REFUSED, "a request is under way", "taskNo");
            }
            boolean repin = event.action() == Event.Action.REPIN;
            FlowDefinition flow = definitions.flow(
                    task.state().flow(),
                    repin && version != null ? version : task.state().version());
            Occurrence occurrence =
                    new Occurrence(event, Duration.ofMillis(task.age().toMillis()), 0);
            Transition transition = Machine.apply(flow, task.state(), occurrence);
            if (transition.effect() instanceof Effect.Nothing nothing) {
                throw new Refusal(ErrorCodes.INTERVENTION_REFUSED, nothing.why(), "action");
            }
            FundTask saved = save(task, flow, transition, occurrence);
            audit.add(new FundAudit.Act(
                    requestNo,
                    event.by(),
                    event.approvedBy(),
                    event.action().name(),
                    task.state().taskNo(),
                    event.reason() + " -> " + transition.state().step()));
            return saved;
        });
        LOG.info(
                "intervention taskNo={} action={} by={} approvedBy={} step={}",
                moved.state().taskNo(),
                event.action(),
                event.by(),
                event.approvedBy(),
                moved.state().step());
        wakeRunner.run();
        return moved;
    }

    /** What was archived can be read and does not change any more. */
    private Refusal notLive(long taskId) {
        return tasks.find(taskId).isEmpty()
                ? new Refusal(ErrorCodes.TASK_NOT_FOUND, "taskNo")
                : new Refusal(
                        ErrorCodes.INTERVENTION_REFUSED, "the task was archived with its settled order", "taskNo");
    }

    private FundTask save(FundTask task, FlowDefinition flow, Transition transition, Occurrence occurrence) {
        StepRecord record = new StepRecord(
                task.lastSeq() + 1,
                task.state().step(),
                flow.version(),
                StepRecord.Kind.MANUAL,
                "A",
                null,
                null,
                StepRecord.Evidence.NONE,
                occurrence);
        Effect effect = transition.effect();
        Effect.Finish finish = effect instanceof Effect.Finish end ? end : null;
        Duration pause = Duration.ZERO;
        if (effect instanceof Effect.WaitUntil wait) {
            pause = wait.after();
        } else if (effect instanceof Effect.AwaitCallback await) {
            pause = await.timeout();
        }
        TaskStatus status = finish == null ? TaskStatus.OPEN : TaskStatus.of(finish.outcome());
        Move move = new Move(
                transition.state(), status, pause, Duration.ZERO, record, null, finish == null ? null : finish.why());
        FundTask saved = store.run(task, move, finish, () -> true)
                .orElseThrow(() -> new IllegalStateException("the row of task " + task.id() + " was locked"));
        if (task.status().ended() && finish == null) {
            store.reopened(saved);
        }
        return Objects.requireNonNull(saved, "stored");
    }
}
