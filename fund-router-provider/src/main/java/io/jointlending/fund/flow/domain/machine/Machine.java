package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Next;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Repeat;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a task does next: a function of its flow, its state and one event, without clock, network or database. Production,
 * examples, dry runs and replays all use this one.
 *
 * <p>It never sends a step with {@code repeat: never} again once a request of it may have taken effect, and it never takes
 * a lost answer or the end of the time for a refusal. Where a flow says so, it takes for one that nothing ever left.
 */
public final class Machine {
    /** The branch of a lost answer, among the branches of {@link TaskState#tries()}. */
    static final String UNKNOWN = "unknown";

    private static final Duration NOT_SENT_DELAY = Duration.ofSeconds(1);
    private static final Duration NOT_SENT_MAX = Duration.ofMinutes(1);
    private static final int NOT_SENT_FACTOR = 2;
    private static final int PER_MILLE = 1000;

    private Machine() {}

    /**
     * Begins a task.
     *
     * @param taskNo at most 32 letters and digits; request numbers begin with it
     * @param input what the definition declares
     * @throws IllegalArgumentException if the input is not as declared
     */
    public static Transition start(FlowDefinition flow, String taskNo, Tree.Fields input) {
        if (!taskNo.matches("[A-Za-z0-9]{1,32}")) {
            throw new IllegalArgumentException("'" + taskNo + "' is no task number: 1 to 32 letters and digits");
        }
        Optional<String> wrong = Inputs.mismatch(flow.input(), input);
        if (wrong.isPresent()) {
            throw new IllegalArgumentException(wrong.get());
        }
        String businessNo = input.at(List.of(flow.business().split("\\.", -1)))
                .flatMap(ValueType.STRING::read)
                .map(String::valueOf)
                .orElseThrow(
                        () -> new IllegalArgumentException("the business number " + flow.business() + " is missing"));
        TaskState state =
                TaskState.begun(taskNo, businessNo, flow.flow(), flow.version(), flow.start(), flow.deadline(), input);
        return enter(flow, state, flow.start(), Duration.ZERO, "started");
    }

    /** What an event makes of a task. An event that does not fit changes nothing and says why. */
    public static Transition apply(FlowDefinition flow, TaskState state, Occurrence occurrence) {
        Event event = occurrence.event();
        if (event instanceof Event.Intervened intervention) {
            return Interventions.apply(flow, state, intervention, occurrence);
        }
        requireSameVersion(flow, state);
        if (event instanceof Event.CalledBack callback) {
            return calledBack(flow, state, callback, occurrence);
        }
        if (event instanceof Event.TimerFired) {
            return timerFired(flow, state, occurrence);
        }
        if (state.phase() != Phase.SENDING || !(flow.step(state.step()) instanceof Step.Call call)) {
            return nothing(state, "no request is under way, the task is " + state.phase() + " at " + state.step());
        }
        if (event instanceof Event.Replied reply) {
            Answers.Reading reading = Answers.read(flow, call, reply.body());
            Category category = reading.category();
            return category == null
                    ? lost(flow, state, call, occurrence, reading.why())
                    : answered(flow, state.taking(reading.out()), call, category, occurrence);
        }
        if (event instanceof Event.Lost lost) {
            return lost(flow, state, call, occurrence, lost.why());
        }
        if (event instanceof Event.NotSent notSent) {
            return notSent(flow, state, notSent, occurrence);
        }
        if (event instanceof Event.NotReady) {
            return notSent(flow, state, occurrence);
        }
        return manual(flow, state, ((Event.NotRendered) event).why());
    }

    /** The answer to a call or, for a callback step, the callback. */
    private static Transition answered(
            FlowDefinition flow, TaskState state, Step.Answered step, Category category, Occurrence occurrence) {
        boolean neverAgain =
                step instanceof Step.Call call && call.repeat() == Repeat.NEVER && category != Category.RETRY;
        int branch = step.branchOf(category)
                .orElseThrow(() -> new IllegalStateException(
                        "step " + step.name() + " of " + flow.flow() + " does not handle " + category));
        Next next = step.next().get(branch).next();
        return follow(flow, state.touched(neverAgain), next, String.valueOf(branch), occurrence, category.name())
                .meaning(category);
    }

    private static Transition lost(
            FlowDefinition flow, TaskState state, Step.Call call, Occurrence occurrence, String why) {
        Next unknown = call.unknown();
        if (unknown == null) {
            throw new IllegalStateException(
                    "step " + call.name() + " of " + flow.flow() + " does not handle a lost answer");
        }
        boolean neverAgain = call.repeat() == Repeat.NEVER;
        return follow(flow, state.touched(neverAgain), unknown, UNKNOWN, occurrence, "answer lost: " + why);
    }

    /** Where nothing has ever left, that is as sure as a refusal: time enough was given, another institution may be asked. */
    private static Transition notSent(
            FlowDefinition flow, TaskState state, Event.NotSent event, Occurrence occurrence) {
        Duration unsent = flow.unsent();
        Step.End rejected = flow.end(Outcome.REJECTED).orElse(null);
        if (unsent == null
                || rejected == null
                || state.touched()
                || occurrence.elapsed().compareTo(unsent) < 0) {
            return notSent(flow, state, occurrence);
        }
        return ended(state, rejected, "nothing was sent within " + unsent.toSeconds() + " s, at last: " + event.why());
    }

    private static Transition notSent(FlowDefinition flow, TaskState state, Occurrence occurrence) {
        Duration wait = Next.backoff(NOT_SENT_DELAY, NOT_SENT_FACTOR, NOT_SENT_MAX, state.notSent());
        return waiting(flow, state.notSentAgain(), wait, occurrence);
    }

    private static Transition calledBack(
            FlowDefinition flow, TaskState state, Event.CalledBack callback, Occurrence occurrence) {
        if (state.phase() != Phase.AWAITING
                || !(flow.step(state.step()) instanceof Step.Callback step)
                || !step.event().equals(callback.event())) {
            return nothing(state, "no callback " + callback.event() + " is awaited at " + state.step());
        }
        boolean ours = step.match()
                .in(callback.body())
                .filter(new Tree.Text(state.businessNo())::equals)
                .isPresent();
        if (!ours) {
            return nothing(state, "the callback is for another business number");
        }
        Answers.Reading reading = Answers.read(flow, step, callback.body());
        Category category = reading.category();
        return category == null
                ? nothing(state, reading.why())
                : answered(flow, state.taking(reading.out()), step, category, occurrence);
    }

    static Transition timerFired(FlowDefinition flow, TaskState state, Occurrence occurrence) {
        boolean waits = state.phase() == Phase.WAITING || state.phase() == Phase.AWAITING;
        if (!waits) {
            return nothing(state, "no timer is set, the task is " + state.phase());
        }
        if (occurrence.elapsed().compareTo(state.until()) >= 0) {
            return manual(flow, state, "the deadline of " + flow.flow() + " has passed");
        }
        if (flow.step(state.step()) instanceof Step.Callback step) {
            return enter(flow, state, step.timeoutStep(), occurrence.elapsed(), "no callback");
        }
        return send(state.in(Phase.SENDING));
    }

    private static Transition follow(
            FlowDefinition flow, TaskState state, Next next, String branch, Occurrence occurrence, String why) {
        if (next instanceof Next.Go go) {
            return enter(flow, state, go.step(), occurrence.elapsed(), why);
        }
        Next.Again again = (Next.Again) next;
        int before = state.tries().getOrDefault(branch, 0);
        if (before >= again.times()) {
            return enter(flow, state, again.exhausted(), occurrence.elapsed(), why + ", " + before + " times");
        }
        TaskState tried = state.tried(branch);
        boolean fresh = flow.step(state.step()) instanceof Step.Call call && call.repeat() == Repeat.FREE;
        return waiting(flow, fresh ? tried.numbered() : tried, again.wait(before), occurrence);
    }

    static Transition enter(FlowDefinition flow, TaskState state, String name, Duration elapsed, String why) {
        Step step = flow.step(name);
        if (step instanceof Step.End end) {
            return ended(state, end, why);
        }
        if (elapsed.compareTo(state.until()) >= 0) {
            return manual(flow, state, "the deadline of " + flow.flow() + " has passed, after: " + why);
        }
        if (step instanceof Step.Callback callback) {
            Duration left = state.until().minus(elapsed);
            Duration timeout = callback.timeout().compareTo(left) < 0 ? callback.timeout() : left;
            return new Transition(
                    state.at(name, Phase.AWAITING, null), new Effect.AwaitCallback(callback.event(), timeout), null);
        }
        if (state.spent().contains(name)) {
            return manual(flow, state, name + " was sent before and must never be sent again");
        }
        return send(state.at(name, Phase.SENDING, null).numbered());
    }

    static Transition ended(TaskState state, Step.End end, String why) {
        return new Transition(
                state.at(end.name(), Phase.ENDED, end.outcome()),
                new Effect.Finish(end.outcome(), end.name(), why),
                null);
    }

    static Transition nothing(TaskState state, String why) {
        return new Transition(state, new Effect.Nothing(why), null);
    }

    static void requireSameVersion(FlowDefinition flow, TaskState state) {
        if (!flow.flow().equals(state.flow()) || flow.version() != state.version()) {
            throw new IllegalStateException("task " + state.taskNo() + " follows " + state.flow() + " version "
                    + state.version() + ", not " + flow.flow() + " version " + flow.version());
        }
    }

    private static Transition send(TaskState state) {
        String requestNo = state.requestNo();
        if (requestNo == null) {
            throw new IllegalStateException("task " + state.taskNo() + " has no request number at " + state.step());
        }
        return new Transition(state, new Effect.Send(state.step(), requestNo), null);
    }

    private static Transition waiting(FlowDefinition flow, TaskState state, Duration wait, Occurrence occurrence) {
        Duration left = state.until().minus(occurrence.elapsed());
        if (left.isNegative() || left.isZero()) {
            return manual(flow, state, "the deadline of " + flow.flow() + " has passed");
        }
        long millis = Math.multiplyExact(wait.toMillis(), (long) PER_MILLE + occurrence.jitterPerMille()) / PER_MILLE;
        Duration jittered = Duration.ofMillis(Math.max(1, Math.min(millis, Math.max(1, left.toMillis()))));
        return new Transition(state.in(Phase.WAITING), new Effect.WaitUntil(jittered), null);
    }

    private static Transition manual(FlowDefinition flow, TaskState state, String why) {
        Step.End end = flow.end(Outcome.MANUAL)
                .orElseThrow(() -> new IllegalStateException(flow.flow() + " has no end for a person to decide at"));
        return ended(state, end, why);
    }
}
