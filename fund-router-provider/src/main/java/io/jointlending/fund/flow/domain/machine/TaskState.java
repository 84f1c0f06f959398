package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything the machine knows of one task.
 *
 * @param taskNo number of the task, letters and digits
 * @param businessNo number under which the institution knows it
 * @param flow flow it follows
 * @param version version it is pinned to
 * @param step step it stands at
 * @param phase what it waits for
 * @param cameFrom step before this one, or null at the start
 * @param requestNo number of the request that is under way or comes next, or null before the first
 * @param requests request numbers given out
 * @param tries waits used up at this step, by branch
 * @param notSent sends in a row that did not leave
 * @param spent steps with {@code repeat: never} whose request may have taken effect; none of them is ever sent again
 * @param touched whether anything may have left for the institution
 * @param until time since the start at which a person has to decide
 * @param input what the caller supplied
 * @param out what was taken from answers
 * @param outcome how it ended, or null
 */
public record TaskState(
        String taskNo,
        String businessNo,
        String flow,
        int version,
        String step,
        Phase phase,
        @Nullable String cameFrom,
        @Nullable String requestNo,
        int requests,
        Map<String, Integer> tries,
        int notSent,
        Set<String> spent,
        boolean touched,
        Duration until,
        Tree.Fields input,
        Tree.Fields out,
        @Nullable Outcome outcome) {
    public TaskState {
        tries = Map.copyOf(tries);
        spent = Set.copyOf(spent);
        if ((phase == Phase.ENDED) != (outcome != null)) {
            throw new IllegalStateException("task " + taskNo + " is " + phase + " with outcome " + outcome);
        }
    }

    static TaskState begun(
            String taskNo,
            String businessNo,
            String flow,
            int version,
            String step,
            Duration until,
            Tree.Fields input) {
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                step,
                Phase.WAITING,
                null,
                null,
                0,
                Map.of(),
                0,
                Set.of(),
                false,
                until,
                input,
                Tree.Fields.empty(),
                null);
    }

    /** At another step, with nothing tried there yet. */
    TaskState at(String next, Phase then, @Nullable Outcome end) {
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                next,
                then,
                step,
                requestNo,
                requests,
                Map.of(),
                0,
                spent,
                touched,
                until,
                input,
                out,
                end);
    }

    TaskState in(Phase then) {
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                step,
                then,
                cameFrom,
                requestNo,
                requests,
                tries,
                notSent,
                spent,
                touched,
                until,
                input,
                out,
                outcome);
    }

    /** The number is made of the task's own, so that a replay gives the same one. */
    TaskState numbered() {
        int next = Math.addExact(requests, 1);
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                step,
                phase,
                cameFrom,
                "%s%04d".formatted(taskNo, next),
                next,
                tries,
                notSent,
                spent,
                touched,
                until,
                input,
                out,
                outcome);
    }

    TaskState tried(String branch) {
        Map<String, Integer> more = new TreeMap<>(tries);
        more.merge(branch, 1, Math::addExact);
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                step,
                phase,
                cameFrom,
                requestNo,
                requests,
                more,
                notSent,
                spent,
                touched,
                until,
                input,
                out,
                outcome);
    }

    TaskState notSentAgain() {
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                step,
                phase,
                cameFrom,
                requestNo,
                requests,
                tries,
                Math.addExact(notSent, 1),
                spent,
                touched,
                until,
                input,
                out,
                outcome);
    }

    /** Something left for the institution. */
    TaskState touched(boolean neverAgain) {
        Set<String> more = new TreeSet<>(spent);
        if (neverAgain) {
            more.add(step);
        }
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                step,
                phase,
                cameFrom,
                requestNo,
                requests,
                tries,
                0,
                more,
                true,
                until,
                input,
                out,
                outcome);
    }

    TaskState taking(Tree.Fields more) {
        Tree.Fields all = out;
        for (Map.Entry<String, Tree> field : more.fields().entrySet()) {
            all = all.with(field.getKey(), field.getValue());
        }
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                version,
                step,
                phase,
                cameFrom,
                requestNo,
                requests,
                tries,
                notSent,
                spent,
                touched,
                until,
                input,
                all,
                outcome);
    }

    /** A person gave it new time, and maybe another version. */
    TaskState renewed(int newVersion, Duration newUntil) {
        return new TaskState(
                taskNo,
                businessNo,
                flow,
                newVersion,
                step,
                phase,
                cameFrom,
                requestNo,
                requests,
                tries,
                notSent,
                spent,
                touched,
                newUntil,
                input,
                out,
                outcome);
    }
}
