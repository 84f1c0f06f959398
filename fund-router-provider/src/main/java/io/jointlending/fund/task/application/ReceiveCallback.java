package io.jointlending.fund.task.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.machine.Answers;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.task.domain.Callback;
import io.jointlending.fund.task.domain.Callbacks;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.KeptValues;
import io.jointlending.fund.task.domain.TaskStatus;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox: a callback is stored and its task is woken in one transaction, and only then acknowledged. The runner applies it.
 * Whoever calls has verified where it comes from. One that was there before is acknowledged again and changes nothing; one that
 * comes before its task waits for it; one that comes after the end is compared with the end.
 */
public final class ReceiveCallback {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveCallback.class);
    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final Transactions transactions;
    private final FundTasks tasks;
    private final Callbacks callbacks;
    private final PublishedDefinitions definitions;
    private final Alarms alarms;
    private final Runnable wakeRunner;

    /**
     * Tasks, callbacks and alarms share one data source.
     *
     * @param wakeRunner called after a commit that made a task due
     */
    public ReceiveCallback(
            Transactions transactions,
            FundTasks tasks,
            Callbacks callbacks,
            PublishedDefinitions definitions,
            Alarms alarms,
            Runnable wakeRunner) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.callbacks = callbacks;
        this.definitions = definitions;
        this.alarms = alarms;
        this.wakeRunner = wakeRunner;
    }

    /**
     * What the definition answers to a callback.
     *
     * @param ok it is stored
     * @param fail it is not: send it again
     */
    public record Acks(Tree ok, Tree fail) {}

    /** The answers to an event; empty when no active flow of the channel awaits such an event. */
    public Optional<Acks> acks(String channel, String event) {
        return step(channel, event).map(step -> new Acks(step.ackOk(), step.ackFail()));
    }

    /**
     * Stores a verified callback; true when it is in the inbox, now or since before. Any exception means that it is not
     * stored: the institution is to repeat it.
     */
    public boolean run(String channel, String event, Tree body) {
        Step.Callback step = step(channel, event).orElse(null);
        if (step == null) {
            LOG.warn("callback of an event that no flow awaits channel={} event={}", channel, event);
            return false;
        }
        String bizNo = text(step.match(), body);
        String number = text(step.dedup(), body);
        if (bizNo == null || number == null || !NUMBER.matcher(bizNo).matches()) {
            LOG.warn("callback without its numbers channel={} event={}", channel, event);
            return false;
        }
        String dedupId = NUMBER.matcher(number).matches() ? number : FlowLoader.sha256(number);
        Tree kept = KeptValues.ofEvent(definitions.activeFlows(channel), event, body);
        store(channel, event, dedupId, bizNo, kept);
        wakeRunner.run();
        return true;
    }

    private void store(String channel, String event, String dedupId, String bizNo, Tree kept) {
        transactions.inTransaction(() -> {
            Callbacks.Stored stored = callbacks.add(channel, event, dedupId, bizNo, kept);
            if (!stored.isNew()) {
                if (!stored.sameBody()) {
                    alarms.raiseHourly(new Alarm(
                            "FUND_CALLBACK_CHANGED",
                            channel + "/" + event + "/" + bizNo,
                            "A callback came again under the same number with another content."));
                }
                return;
            }
            tasks.wake(channel, bizNo).stream()
                    .filter(task -> awaits(task, event))
                    .findFirst()
                    .filter(task -> task.status().ended())
                    .ifPresent(task -> afterTheEnd(task, event, kept));
            LOG.info("callback stored channel={} event={} bizNo={}", channel, event, bizNo);
        });
    }

    private boolean awaits(FundTask task, String event) {
        return definitions.flow(task.state().flow(), task.state().version()).steps().values().stream()
                .anyMatch(step -> step instanceof Step.Callback callback
                        && callback.event().equals(event));
    }

    /** A task that a person decides about is not settled by a late callback, but the person is told. */
    private void afterTheEnd(FundTask task, String event, Tree kept) {
        FlowDefinition flow = definitions.flow(task.state().flow(), task.state().version());
        Category said = flow.steps().values().stream()
                .filter(step -> step instanceof Step.Callback callback
                        && callback.event().equals(event))
                .map(step -> Answers.read(flow, (Step.Answered) step, kept).category())
                .findFirst()
                .orElse(null);
        boolean contradicts = (said == Category.SUCCESS && task.status() != TaskStatus.SUCCESS)
                || (said == Category.REJECTED && task.status() != TaskStatus.REJECTED);
        Callback.Status status = contradicts ? Callback.Status.CONTRADICTS : Callback.Status.LATE;
        List<Callback> pending =
                callbacks.pending(task.key().channel(), task.key().bizNo());
        for (Callback callback : pending) {
            callbacks.settle(callback.id(), status, task.id(), "says " + said + ", the task ended " + task.status());
        }
        if (contradicts) {
            alarms.raise(new Alarm(
                    "FUND_CONTRADICTION",
                    task.state().taskNo(),
                    "The institution says " + said + " of " + task.key().flow() + " "
                            + task.key().bizNo() + ", which ended " + task.status() + "."));
        }
    }

    private Optional<Step.Callback> step(String channel, String event) {
        return definitions.activeFlows(channel).stream()
                .flatMap(flow -> flow.steps().values().stream())
                .filter(step -> step instanceof Step.Callback callback
                        && callback.event().equals(event))
                .map(Step.Callback.class::cast)
                .findFirst();
    }

    private static @Nullable String text(Pointer at, Tree body) {
        return at.in(body).orElse(null) instanceof Tree.Text text ? text.value() : null;
    }
}
