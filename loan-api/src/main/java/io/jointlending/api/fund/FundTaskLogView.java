package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * The log of a task, and what a replay of it gives.
 *
 * @param task the task
 * @param steps events in order
 * @param path steps it stood at
 * @param replaySame true when a replay of the log gives the stored state
 */
public record FundTaskLogView(FundTaskView task, List<FundStepView> steps, List<String> path, Boolean replaySame)
        implements Serializable {}
