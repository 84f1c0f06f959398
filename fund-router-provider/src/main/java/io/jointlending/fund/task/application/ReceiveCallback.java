package io.jointlending.fund.task.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.task.domain.Callbacks;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.KeptValues;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.tx.Transactions;
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
    private final LateCallbacks late;
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
            LateCallbacks late,
            Alarms alarms,
            Runnable wakeRunner) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.callbacks = callbacks;
        this.definitions = definitions;
        this.late = late;
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
                    .filter(task -> late.awaits(task, event))
                    .findFirst()
                    .filter(task -> task.status().ended())
                    .ifPresent(late::settle);
            LOG.info("callback stored channel={} event={} bizNo={}", channel, event, bizNo);
        });
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
