package io.jointlending.fund.task.persistence;

import io.jointlending.fund.task.domain.FundTasks;

/** A channel and a priority with something due. */
record DueRow(String channel, Integer priority) {
    FundTasks.Due due() {
        return new FundTasks.Due(channel, priority);
    }
}
