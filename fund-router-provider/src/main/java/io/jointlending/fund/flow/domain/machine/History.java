package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The recorded life of one task.
 *
 * @param taskNo number of the task
 * @param input what the caller supplied
 * @param occurrences events in the order they were applied
 */
public record History(String taskNo, Tree.Fields input, List<Occurrence> occurrences) {
    public History {
        occurrences = List.copyOf(occurrences);
    }

    /**
     * A history run through a definition.
     *
     * @param state state at its end
     * @param effects what was to be done at the start and after each event
     */
    public record Replay(TaskState state, List<Effect> effects) {}

    /** Runs it through a definition. */
    public Replay through(FlowDefinition flow) {
        Transition transition = Machine.start(flow, taskNo, input);
        List<Effect> effects = new ArrayList<>();
        effects.add(transition.effect());
        for (Occurrence occurrence : occurrences) {
            transition = Machine.apply(flow, transition.state(), occurrence);
            effects.add(transition.effect());
        }
        return new Replay(transition.state(), effects);
    }
}
