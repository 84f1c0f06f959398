package io.jointlending.fund.task.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.machine.Machine;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.flow.domain.machine.Transition;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.StepRecord;
import io.jointlending.support.error.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Runs the log of a task through the machine again; the state that comes out has to be the stored one. Changes nothing. */
public final class ReplayTask {
    private final FundTasks tasks;
    private final PublishedDefinitions definitions;

    /** On these tasks. */
    public ReplayTask(FundTasks tasks, PublishedDefinitions definitions) {
        this.tasks = tasks;
        this.definitions = definitions;
    }

    /**
     * What came of a replay.
     *
     * @param task the task as it is stored
     * @param replayed state at the end of the replay
     * @param path steps it stood at, from the start, one for each event
     * @param same whether both are the same
     */
    public record Replay(FundTask task, TaskState replayed, List<String> path, boolean same) {}

    /** Replays; events of an open send are left out, because it has no result. Refuses with A0606. */
    public Replay run(long taskId) {
        FundTask task = tasks.find(taskId).orElseThrow(() -> new Refusal(ErrorCodes.TASK_NOT_FOUND, "taskNo"));
        List<StepRecord> log = tasks.log(taskId);
        TaskState stored = task.state();
        int firstVersion = log.isEmpty() ? stored.version() : log.get(0).flowVersion();
        FlowDefinition first = definitions.flow(stored.flow(), firstVersion);
        Transition transition = Machine.start(first, stored.taskNo(), stored.input());
        List<String> path = new ArrayList<>();
        path.add(transition.state().step());
        for (StepRecord record : log) {
            Occurrence occurrence = record.occurrence();
            if (occurrence != null) {
                FlowDefinition flow = definitions.flow(stored.flow(), record.flowVersion());
                transition = Machine.apply(flow, transition.state(), occurrence);
                path.add(transition.state().step());
            }
        }
        return new Replay(task, transition.state(), path, transition.state().equals(stored));
    }
}
