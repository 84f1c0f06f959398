package io.jointlending.fund.watch;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tasks that stand at a step for longer than its {@code sla} (卡单), and those for four times as long. */
final class StuckSteps implements Monitor {
    private static final int SEVERE = 4;

    private final TaskWatchMapper tasks;
    private final Supplier<List<FlowDefinition>> flows;

    StuckSteps(TaskWatchMapper tasks, Supplier<List<FlowDefinition>> flows) {
        this.tasks = tasks;
        this.flows = flows;
    }

    @Override
    public String code() {
        return "STUCK_STEP";
    }

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (FlowDefinition flow : flows.get()) {
            for (Step step : flow.steps().values()) {
                if (step instanceof Step.Answered answered && answered.sla() != null) {
                    look(flow, step.name(), answered.sla(), found);
                }
            }
        }
        return found;
    }

    private void look(FlowDefinition flow, String step, Duration sla, List<Finding> found) {
        Waiting late = tasks.stuck(flow.channel(), flow.flow(), step, sla.toSeconds());
        if (late.found() == 0) {
            return;
        }
        String subject = flow.flow() + "/" + step;
        found.add(new Finding(subject, "tasks past " + sla + ": " + late.text(), late.found()));
        Waiting severe = tasks.stuck(flow.channel(), flow.flow(), step, SEVERE * sla.toSeconds());
        if (severe.found() > 0) {
            found.add(new Finding(
                    subject + "/x" + SEVERE,
                    "tasks past " + SEVERE + " times " + sla + ": " + severe.text(),
                    severe.found()));
        }
    }
}
