package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.template.OutNames;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a person may do with a task, and what nobody may. Events like all others, so that a replay stays exact. */
final class Interventions {
    private Interventions() {}

    static Transition apply(
            FlowDefinition flow, TaskState state, Event.Intervened intervention, Occurrence occurrence) {
        String refusal = refusal(flow, state, intervention);
        if (refusal != null) {
            return Machine.nothing(state, "refused: " + refusal);
        }
        TaskState renewed = state.renewed(flow.version(), occurrence.elapsed().plus(flow.deadline()));
        String why = "by " + intervention.by() + ": " + intervention.reason();
        if (intervention.action() == Event.Action.FINISH) {
            return end(flow, intervention)
                    .map(end -> Machine.ended(renewed, end, why))
                    .orElseThrow(() -> new IllegalStateException("no end in " + flow.flow()));
        }
        if (intervention.action() == Event.Action.RESUME && state.phase() != Phase.ENDED) {
            return Machine.timerFired(flow, renewed, occurrence);
        }
        String target = target(state, intervention);
        return Machine.enter(flow, reopened(renewed), String.valueOf(target), occurrence.elapsed(), why);
    }

    private static TaskState reopened(TaskState state) {
        return state.phase() == Phase.ENDED ? state.at(state.step(), Phase.WAITING, null) : state;
    }

    private static @Nullable String refusal(FlowDefinition flow, TaskState state, Event.Intervened intervention) {
        boolean repin = intervention.action() == Event.Action.REPIN;
        if (!flow.flow().equals(state.flow()) || (!repin && flow.version() != state.version())) {
            return "the task follows " + state.flow() + " version " + state.version();
        }
        if (intervention.by().isBlank() || intervention.reason().isBlank()) {
            return "a person and a reason are needed";
        }
        String second = intervention.approvedBy();
        boolean needsTwo = intervention.action() != Event.Action.RESUME;
        if (needsTwo && (second == null || second.isBlank() || second.equals(intervention.by()))) {
            return "a second person is needed";
        }
        if (state.phase() == Phase.SENDING) {
            return "a request is under way";
        }
        if (state.phase() == Phase.ENDED && state.outcome() != Outcome.MANUAL) {
            return "the task ended with " + state.outcome();
        }
        if (intervention.action() == Event.Action.FINISH) {
            return end(flow, intervention).isPresent() ? null : "the flow has no end " + intervention.outcome();
        }
        return intervention.action() == Event.Action.RESUME && state.phase() != Phase.ENDED
                ? null
                : targetRefusal(flow, state, target(state, intervention));
    }

    private static @Nullable String targetRefusal(FlowDefinition flow, TaskState state, @Nullable String target) {
        Step step = target == null ? null : flow.steps().get(target);
        if (step == null || step instanceof Step.End) {
            return "there is no step " + target + " to go to";
        }
        if (state.spent().contains(target)) {
            return target + " was sent before and must never be sent again";
        }
        Set<String> missing =
                step instanceof Step.Call call ? new TreeSet<>(OutNames.neededBy(call.request())) : new TreeSet<>();
        missing.removeAll(state.out().fields().keySet());
        return missing.isEmpty() ? null : target + " needs out." + String.join(", out.", missing);
    }

    private static @Nullable String target(TaskState state, Event.Intervened intervention) {
        return intervention.action() == Event.Action.RESUME ? state.cameFrom() : intervention.step();
    }

    private static Optional<Step.End> end(FlowDefinition flow, Event.Intervened intervention) {
        Outcome outcome = intervention.outcome();
        return outcome == null ? Optional.empty() : flow.end(outcome);
    }
}
