package io.jointlending.fund.watch;

import io.jointlending.fund.flow.domain.FlowDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Open tasks whose time came and that nobody claims. A task without a time cannot be stored, so this is what remains of the
 * question whether each has one.
 */
final class UnclaimedTasks implements Monitor {
    private static final List<Integer> PRIORITIES = List.of(1, 5);

    private final TaskWatchMapper tasks;
    private final Supplier<List<FlowDefinition>> flows;
    private final Duration limit;

    UnclaimedTasks(TaskWatchMapper tasks, Supplier<List<FlowDefinition>> flows, Duration limit) {
        this.tasks = tasks;
        this.flows = flows;
        this.limit = limit;
    }

    @Override
    public String code() {
        return "UNCLAIMED_TASK";
    }

    @Override
    public List<Finding> look() {
        TreeSet<String> channels = new TreeSet<>();
        flows.get().forEach(flow -> channels.add(flow.channel()));
        List<Finding> found = new ArrayList<>();
        for (String channel : channels) {
            for (int priority : PRIORITIES) {
                Waiting late = tasks.overdue(channel, priority, limit.toSeconds());
                if (late.found() > 0) {
                    found.add(
                            new Finding(channel + "/" + priority, "due and not claimed: " + late.text(), late.found()));
                }
            }
        }
        return found;
    }
}
