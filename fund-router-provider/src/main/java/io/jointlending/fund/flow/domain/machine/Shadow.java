package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.FlowDefinition;
import java.util.ArrayList;
import java.util.List;

/** Runs recorded histories of one version through the next, to show before its activation which tasks would go another way. */
public final class Shadow {
    private Shadow() {}

    /**
     * A task that would go another way.
     *
     * @param taskNo task
     * @param event number of the event after which it does, 0 for the start
     * @param was what the old version does then
     * @param now what the new version does, or why it cannot
     */
    public record Divergence(String taskNo, int event, String was, String now) {}

    /** Where the two versions part, one entry for each task that would go another way. */
    public static List<Divergence> compare(FlowDefinition was, FlowDefinition now, List<History> histories) {
        List<Divergence> divergences = new ArrayList<>();
        for (History history : histories) {
            List<String> before = story(was, history);
            List<String> after = story(now, history);
            int event = 0;
            while (event < before.size()
                    && event < after.size()
                    && before.get(event).equals(after.get(event))) {
                event++;
            }
            if (event < before.size() || event < after.size()) {
                divergences.add(new Divergence(history.taskNo(), event, at(before, event), at(after, event)));
            }
        }
        return divergences;
    }

    private static String at(List<String> story, int event) {
        return event < story.size() ? story.get(event) : "nothing";
    }

    private static List<String> story(FlowDefinition flow, History history) {
        List<String> story = new ArrayList<>();
        Transition transition;
        try {
            transition = Machine.start(flow, history.taskNo(), history.input());
        } catch (IllegalArgumentException e) {
            return List.of("cannot start: " + e.getMessage());
        }
        story.add(words(transition));
        for (Occurrence occurrence : history.occurrences()) {
            transition = Machine.apply(flow, transition.state(), occurrence);
            story.add(words(transition));
        }
        return story;
    }

    private static String words(Transition transition) {
        Effect effect = transition.effect();
        if (effect instanceof Effect.Send send) {
            return "sends " + send.step() + " as " + send.requestNo();
        }
        if (effect instanceof Effect.WaitUntil wait) {
            return "waits " + wait.after() + " at " + transition.state().step();
        }
        if (effect instanceof Effect.AwaitCallback await) {
            return "awaits " + await.event() + " for " + await.timeout();
        }
        if (effect instanceof Effect.Finish finish) {
            return "ends " + finish.outcome() + " at " + finish.step();
        }
        return "takes no notice: " + ((Effect.Nothing) effect).why();
    }
}
