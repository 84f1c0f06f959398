package io.jointlending.fund.task.application;

import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.machine.Answers;
import io.jointlending.fund.task.domain.Callback;
import io.jointlending.fund.task.domain.Callbacks;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.TaskStatus;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import java.util.Optional;

/** Callbacks that nobody waits for any more: each is laid beside the end of its task, and somebody is told of a contradiction. */
public final class LateCallbacks {
    private final Callbacks callbacks;
    private final PublishedDefinitions definitions;
    private final Alarms alarms;

    /** Callbacks and alarms share one data source. */
    public LateCallbacks(Callbacks callbacks, PublishedDefinitions definitions, Alarms alarms) {
        this.callbacks = callbacks;
        this.definitions = definitions;
        this.alarms = alarms;
    }

    /** Whether a task awaits such an event anywhere on its way. */
    boolean awaits(FundTask task, String event) {
        return step(flow(task), event).isPresent();
    }

    /** Settles those that wait for a task that has ended, in the running transaction; those of other flows are left alone. */
    void settle(FundTask ended) {
        FlowDefinition flow = flow(ended);
        if (flow.steps().values().stream().noneMatch(Step.Callback.class::isInstance)) {
            return;
        }
        for (Callback callback :
                callbacks.pending(ended.key().channel(), ended.key().bizNo())) {
            step(flow, callback.event()).ifPresent(step -> settle(ended, callback, flow, step));
        }
    }

    private void settle(FundTask ended, Callback callback, FlowDefinition flow, Step.Callback step) {
        Category said = Answers.read(flow, step, callback.body()).category();
        boolean contradicts = (said == Category.SUCCESS && ended.status() != TaskStatus.SUCCESS)
                || (said == Category.REJECTED && ended.status() != TaskStatus.REJECTED);
        Callback.Status status = contradicts ? Callback.Status.CONTRADICTS : Callback.Status.LATE;
        String why = "says " + said + ", the task ended " + ended.status();
        if (callbacks.settle(callback.id(), status, ended.id(), why) && contradicts) {
            alarms.raise(new Alarm(
                    "FUND_CONTRADICTION",
                    ended.state().taskNo(),
                    "The institution says " + said + " of " + ended.key().flow() + " "
                            + ended.key().bizNo() + ", which ended " + ended.status() + "."));
        }
    }

    private FlowDefinition flow(FundTask task) {
        return definitions.flow(task.state().flow(), task.state().version());
    }

    private static Optional<Step.Callback> step(FlowDefinition flow, String event) {
        return flow.steps().values().stream()
                .filter(step -> step instanceof Step.Callback callback
                        && callback.event().equals(event))
                .map(Step.Callback.class::cast)
                .findFirst();
    }
}
