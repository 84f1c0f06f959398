package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.machine.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one step changes of a task, to be stored as a whole or not at all.
 *
 * @param state next state of the machine
 * @param status next status
 * @param pause time until it goes on, for an open one
 * @param lease time that it is left alone, for a running one
 * @param record event that was applied, or null when a request is only written ahead
 * @param ahead request that is written ahead of its send, or null
 * @param reason why it ended or waits, or null
 */
public record Move(
        TaskState state,
        TaskStatus status,
        Duration pause,
        Duration lease,
        @Nullable StepRecord record,
        @Nullable StepRecord ahead,
        @Nullable String reason) {}
