package io.jointlending.fund.flow.domain.machine;

import io.jointlending.fund.flow.domain.Example;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.template.CannotRender;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.RenderContext;
import io.jointlending.fund.flow.domain.template.Rendering;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs an example of a definition through the machine, filling in every request. Waits take no time. */
public final class ExampleRun {
    private static final String TASK_NO = "EXAMPLE";

    private final FlowDefinition flow;
    private final ProcessorRegistry processors;
    private final List<String> path = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final Map<String, Tree> sent = new LinkedHashMap<>();
    private Duration elapsed = Duration.ZERO;

    private ExampleRun(FlowDefinition flow, ProcessorRegistry processors) {
        this.flow = flow;
        this.processors = processors;
    }

    /**
     * What came of an example.
     *
     * @param name name of the example
     * @param path way the task took
     * @param sent last request of each step
     * @param outcome how it ended, or null if it did not
     * @param problems what is not as the example says; empty if it holds
     * @param history its events, for a shadow replay
     */
    public record Result(
            String name,
            List<String> path,
            Map<String, Tree> sent,
            @Nullable Outcome outcome,
            List<String> problems,
            History history) {}

    /** Runs one example with these processors; those with io must be fixtures. */
    public static Result run(FlowDefinition flow, Example example, ProcessorRegistry processors) {
        return new ExampleRun(flow, processors).run(example);
    }

    private Result run(Example example) {
        Outcome outcome = null;
        try {
            Transition transition = fill(Machine.start(flow, TASK_NO, flow.given()));
            int number = 0;
            for (Example.Happening happening : example.events()) {
                number++;
                transition = happen(transition, happening, number);
            }
            outcome = transition.state().outcome();
        } catch (IllegalArgumentException e) {
            problems.add("given: " + e.getMessage());
        }
        if (problems.isEmpty() && !path.equals(example.path())) {
            problems.add("path " + path + " instead of " + example.path());
        }
        for (Example.Sent value : example.sent()) {
            Optional<Tree> found = Optional.ofNullable(sent.get(value.step())).flatMap(value.at()::in);
            if (!found.equals(Optional.of(value.value()))) {
                problems.add("sent " + value.step() + " " + value.at() + " is "
                        + found.map(Tree::toString).orElse("missing") + " instead of " + value.value());
            }
        }
        return new Result(
                example.name(), path, sent, outcome, problems, new History(TASK_NO, flow.given(), occurrences));
    }

    private Transition happen(Transition before, Example.Happening happening, int number) {
        checkWait(before, happening, number);
        Transition after = apply(before, event(happening));
        if (after.effect() instanceof Effect.Nothing nothing) {
            problems.add("event " + number + " (" + happening.kind().word() + ") does not fit: " + nothing.why());
            return new Transition(after.state(), before.effect(), null);
        }
        return fill(after);
    }

    private void checkWait(Transition before, Example.Happening happening, int number) {
        Duration asked = happening.after();
        if (asked == null) {
            return;
        }
        elapsed = elapsed.plus(asked);
        Duration due = null;
        if (before.effect() instanceof Effect.WaitUntil wait) {
            due = wait.after();
        } else if (before.effect() instanceof Effect.AwaitCallback await) {
            due = await.timeout();
        }
        if (due != null && !due.equals(asked)) {
            problems.add(
                    "event " + number + " waits " + asked.toMillis() + " ms, the flow waits " + due.toMillis() + " ms");
        }
    }

    private static Event event(Example.Happening happening) {
        return switch (happening.kind()) {
            case REPLY -> new Event.Replied(happening.body());
            case LOST -> new Event.Lost(happening.text());
            case NOT_SENT -> new Event.NotSent(happening.text());
            case CALLBACK -> new Event.CalledBack(happening.text(), happening.body());
            case TIMER -> new Event.TimerFired();
        };
    }

    private Transition apply(Transition before, Event event) {
        Occurrence occurrence = Occurrence.of(event, elapsed);
        Transition after = Machine.apply(flow, before.state(), occurrence);
        if (after.applied()) {
            occurrences.add(occurrence);
        }
        return after;
    }

    /** Notes the way and fills in the request that is to be sent now. */
    private Transition fill(Transition transition) {
        Effect effect = transition.effect();
        if (!(effect instanceof Effect.WaitUntil)) {
            path.add(transition.state().step());
        }
        if (effect instanceof Effect.Send send && flow.step(send.step()) instanceof Step.Call call) {
            TaskState state = transition.state();
            RenderContext context = new RenderContext(flow.channel(), state.businessNo(), send.requestNo());
            try {
                sent.put(
                        call.name(),
                        Rendering.render(call.request(), processors, context, state.input(), state.out())
                                .tree());
            } catch (CannotRender e) {
                problems.add("the request of " + call.name() + " cannot be filled in: " + e.getMessage());
                return fill(apply(transition, new Event.NotRendered(String.valueOf(e.getMessage()))));
            }
        }
        return transition;
    }
}
