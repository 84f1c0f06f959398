package io.jointlending.fund.task.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.definition.application.PublishedDefinitions;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.machine.Machine;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.FundTasks;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The one entrance for work with institutions: online and batch differ only in their priority. */
public final class SubmitTask {
    private final FundTasks tasks;
    private final PublishedDefinitions definitions;

    /** On these tasks, by the active versions of these definitions. */
    public SubmitTask(FundTasks tasks, PublishedDefinitions definitions) {
        this.tasks = tasks;
        this.definitions = definitions;
    }

    /**
     * What comes with a task.
     *
     * @param priority {@link FundTask#ONLINE} or {@link FundTask#BATCH}
     * @param bizDate day it belongs to, Asia/Shanghai, or null
     * @param traceparent trace it came with, or null
     */
    public record Manner(int priority, @Nullable LocalDate bizDate, @Nullable String traceparent) {
        /** Somebody waits for it. */
        public static Manner online(@Nullable String traceparent) {
            return new Manner(FundTask.ONLINE, null, traceparent);
        }
    }

    /**
     * Adds a task in the running transaction, pinned to the version that is active now. The same key once more changes nothing.
     * Whoever submits wakes the runner after the commit.
     *
     * <p>Refuses with A0602 a behaviour for which no flow is active, with A0603 an input that is not as the flow declares it, or
     * that another task with the same key was given differently.
     */
    public FundTask run(TaskKey key, Tree.Fields input, Manner manner) {
        FundTask existing = tasks.find(key).orElse(null);
        if (existing != null) {
            return sameInput(existing, input);
        }
        FlowDefinition flow = definitions
                .activeFlow(key.flow())
                .orElseThrow(() -> new Refusal(
                        ErrorCodes.DEFINITION_NOT_FOUND, "no version of " + key.flow() + " is active", "behaviour"));
        long id = tasks.nextId();
        TaskState state;
        try {
            state = Machine.start(flow, FundTask.numbered(id), input).state();
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCodes.TASK_INPUT, String.valueOf(e.getMessage()), "input");
        }
        if (!state.businessNo().equals(key.bizNo())) {
            throw new Refusal(
                    ErrorCodes.TASK_INPUT,
                    "the business number of " + key.flow() + " is " + flow.business() + ", which differs from bizNo",
                    "bizNo");
        }
        if (!tasks.add(id, key, state, manner.priority(), manner.bizDate(), manner.traceparent())) {
            return sameInput(tasks.find(key).orElseThrow(), input);
        }
        return tasks.find(id).orElseThrow();
    }

    private static FundTask sameInput(FundTask existing, Tree.Fields input) {
        if (!existing.state().input().equals(input)) {
            throw new Refusal(
                    ErrorCodes.TASK_INPUT, "task " + existing.state().taskNo() + " was given another input", "input");
        }
        return existing;
    }
}
