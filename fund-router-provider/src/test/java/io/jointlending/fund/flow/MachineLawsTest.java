package io.jointlending.fund.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.OutField;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.Repeat;
import io.jointlending.fund.flow.domain.Step;
import io.jointlending.fund.flow.domain.machine.Effect;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.flow.domain.machine.History;
import io.jointlending.fund.flow.domain.machine.Machine;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.machine.Phase;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.flow.domain.machine.Transition;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the machine under random events, on every shipped flow: seeded, so that a failure can be run again. */
class MachineLawsTest {
    private static final int LIVES = 400;
    private static final int MOST_EVENTS = 3_000;
    private static final long SEED = 20261121L;
    private static final int MOSTLY_AWAY = 97;

    private static final String BACK = "- {on: NOT_FOUND, go: loan-apply}";

    static List<String> shipped() {
        return FlowTexts.SHIPPED;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void a_never_step_is_sent_once_unless_it_provably_did_not_leave_or_was_not_taken(String name) {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(name));
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed).live();
            assertThat(life.sentAfterSpent)
                    .as("seed %d: sends of a spent never step", seed)
                    .isEmpty();
        }
    }

    @Test
    void even_a_definition_that_breaks_the_rules_cannot_send_a_never_step_again() {
        String careless = FlowTexts.text("first-bank.loan")
                .replace(
                        "- {on: NOT_FOUND, again: {delay: 1m, factor: 2, max: 30m, times: 6}, exhausted: manual}", BACK)
                .replace("{on: [SUCCESS, PROCESSING], go: loan-result}", "{on: [SUCCESS, PROCESSING], go: loan-query}");
        FlowDefinition flow = Objects.requireNonNull(FlowTexts.load(careless).definition());
        assertThat(careless).contains(BACK);
        Set<String> blocked = new HashSet<>();
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed).live();
            assertThat(life.sentAfterSpent)
                    .as("seed %d: sends of a spent never step", seed)
                    .isEmpty();
            if (life.effects.get(life.effects.size() - 1) instanceof Effect.Finish finish) {
                blocked.add(finish.why());
            }
        }
        assertThat(blocked).contains("loan-apply was sent before and must never be sent again");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void a_life_always_waits_for_something_and_ends(String name) {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(name));
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed).live();
            assertThat(life.state.phase()).as("seed %d: phase at the end", seed).isEqualTo(Phase.ENDED);
            assertThat(life.elapsed)
                    .as("seed %d: time", seed)
                    .isLessThanOrEqualTo(flow.deadline().plusDays(1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void only_a_verified_answer_ends_as_success_or_refusal(String name) {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(name));
        Set<Outcome> seen = new HashSet<>();
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed).live();
            Outcome outcome = life.state.outcome();
            seen.add(outcome);
            if (outcome != Outcome.MANUAL && !(outcome == Outcome.REJECTED && !life.everLeft)) {
                assertThat(life.lastMeaning)
                        .as("seed %d: answer before %s", seed, outcome)
                        .isEqualTo(Category.valueOf(String.valueOf(outcome)));
            }
        }
        assertThat(seen).contains(Outcome.SUCCESS, Outcome.MANUAL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void an_institution_that_is_away_is_given_up_only_where_nothing_ever_left_and_the_flow_says_when(String name) {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(name));
        int givenUp = 0;
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed, MOSTLY_AWAY).live();
            if (life.state.outcome() == Outcome.REJECTED && life.lastMeaning == null) {
                givenUp++;
                assertThat(life.everLeft).as("seed %d: something left", seed).isFalse();
                assertThat(life.elapsed)
                        .as("seed %d: time", seed)
                        .isGreaterThanOrEqualTo(Objects.requireNonNull(flow.unsent()));
            }
        }
        assertThat(givenUp > 0).as("%d tasks were given up", givenUp).isEqualTo(flow.unsent() != null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void the_recorded_events_replay_to_the_same_state_and_effects(String name) {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(name));
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed).live();
            History.Replay replay = new History("T1", flow.given(), life.recorded).through(flow);
            assertThat(replay.state()).as("seed %d: state", seed).isEqualTo(life.state);
            assertThat(replay.effects()).as("seed %d: effects", seed).isEqualTo(life.effects);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void a_request_number_stays_for_same_no_and_never_and_is_new_for_free(String name) {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(name));
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed).live();
            assertThat(life.wrongNumbers).as("seed %d: request numbers", seed).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void waits_keep_to_the_deadline_and_to_their_jitter(String name) {
        FlowDefinition flow = FlowTexts.good(FlowTexts.text(name));
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(flow, seed).live();
            assertThat(life.longestWait).as("seed %d: longest wait", seed).isLessThanOrEqualTo(flow.deadline());
        }
    }

    /** One task among random events, some of which do not fit. */
    private static final class Life {
        private final FlowDefinition flow;
        private final Random random;
        private final List<Occurrence> recorded = new ArrayList<>();
        private final List<Effect> effects = new ArrayList<>();
        private final List<String> sentAfterSpent = new ArrayList<>();
        private final List<String> wrongNumbers = new ArrayList<>();
        private final Set<String> spent = new HashSet<>();
        private final Map<String, String> numberOf = new HashMap<>();
        private final Set<String> numbers = new HashSet<>();
        private Duration elapsed = Duration.ZERO;
        private Duration longestWait = Duration.ZERO;
        private TaskState state;
        private String stepBefore = "";
        private @Nullable Category lastMeaning;
        private boolean leftSinceSend;
        private boolean everLeft;
        private final int awayPercent;

        Life(FlowDefinition flow, long seed) {
            this(flow, seed, 0);
        }

        Life(FlowDefinition flow, long seed, int awayPercent) {
            this.flow = flow;
            this.awayPercent = awayPercent;
            this.random = new Random(seed);
            this.state = note(Machine.start(flow, "T1", flow.given()));
        }

        Life live() {
            for (int i = 0; i < MOST_EVENTS && state.phase() != Phase.ENDED; i++) {
                Occurrence occurrence = new Occurrence(event(), elapsed, random.nextInt(401) - 200);
                before(occurrence.event());
                Transition transition = Machine.apply(flow, state, occurrence);
                if (transition.applied()) {
                    recorded.add(occurrence);
                    lastMeaning = transition.category();
                    state = note(transition);
                } else {
                    assertThat(transition.state()).isEqualTo(state);
                }
            }
            return this;
        }

        private void before(Event event) {
            if (!(flow.step(state.step()) instanceof Step.Call call) || state.phase() != Phase.SENDING) {
                return;
            }
            boolean left = event instanceof Event.Lost || event instanceof Event.Replied;
            leftSinceSend |= left;
            everLeft |= left;
            boolean busy = event instanceof Event.Replied reply
                    && flow.codes().get(codeOf(call, reply.body())) == Category.RETRY;
            if (left && !busy && call.repeat() == Repeat.NEVER) {
                spent.add(call.name());
            }
        }

        private static String codeOf(Step.Call call, Tree body) {
            OutField code = call.out().get(OutField.CODE);
            return code == null
                    ? ""
                    : code.at()
                            .in(body)
                            .map(tree -> tree instanceof Tree.Text text ? text.value() : "")
                            .orElse("");
        }

        private TaskState note(Transition transition) {
            Effect effect = transition.effect();
            effects.add(effect);
            if (!transition.state().step().equals(stepBefore)) {
                numberOf.clear();
                stepBefore = transition.state().step();
            }
            if (effect instanceof Effect.Send send && flow.step(send.step()) instanceof Step.Call call) {
                if (spent.contains(send.step())) {
                    sentAfterSpent.add(send.step() + " as " + send.requestNo());
                }
                number(call, send);
                leftSinceSend = false;
            } else if (effect instanceof Effect.WaitUntil wait) {
                longestWait = wait.after().compareTo(longestWait) > 0 ? wait.after() : longestWait;
            }
            return transition.state();
        }

        private void number(Step.Call call, Effect.Send send) {
            String before = numberOf.put(call.name(), send.requestNo());
            boolean fresh = numbers.add(send.requestNo());
            boolean mustStay = before != null && (call.repeat() != Repeat.FREE || !leftSinceSend);
            if (mustStay != !fresh || (mustStay && !send.requestNo().equals(before))) {
                wrongNumbers.add(call.name() + " sent as " + send.requestNo() + " after " + before);
            }
        }

        private Event event() {
            int dice = random.nextInt(100);
            if (dice < 8) {
                return new Event.TimerFired();
            }
            if (dice < 14) {
                return new Event.CalledBack("loan-result", callbackBody());
            }
            return switch (state.phase()) {
                case SENDING -> sending(random.nextInt(10));
                case WAITING, AWAITING -> timer();
                case ENDED -> new Event.TimerFired();
            };
        }

        private Event timer() {
            Effect last = effects.get(effects.size() - 1);
            if (last instanceof Effect.WaitUntil wait) {
                elapsed = elapsed.plus(wait.after());
            } else if (last instanceof Effect.AwaitCallback await) {
                elapsed = elapsed.plus(await.timeout());
            }
            return new Event.TimerFired();
        }

        private Event sending(int dice) {
            elapsed = elapsed.plusMillis(random.nextInt(20_000));
            if (awayPercent > 0 && random.nextInt(100) < awayPercent) {
                return new Event.NotSent("no connection");
            }
            if (dice < 2) {
                return new Event.Lost("read timeout");
            }
            if (dice < 4) {
                return new Event.NotSent("no connection");
            }
            return new Event.Replied(dice == 9 ? new Tree.Nil() : reply());
        }

        private Tree.Fields reply() {
            List<String> codes = new ArrayList<>(flow.codes().keySet());
            // Taken but undecided is said most often, so that lives are long.
            String undecided = codes.stream()
                    .filter(code -> flow.codes().get(code) == Category.PROCESSING)
                    .findFirst()
                    .orElse("?");
            codes.add("unheard-of");
            Tree code = new Tree.Text(random.nextInt(3) > 0 ? undecided : codes.get(random.nextInt(codes.size())));
            Tree.Fields head = Tree.Fields.empty().with("code", code);
            Tree one = new Tree.Text("1");
            Tree.Fields body = Tree.Fields.empty()
                    .with("status", code)
                    .with("creditNo", new Tree.Text("C1"))
                    .with("fileNo", one)
                    .with("pages", one)
                    .with("lineCount", one);
            Tree file = Tree.Fields.empty().with("no", one).with("pages", one).with("count", one);
            return Tree.Fields.empty()
                    .with("head", head)
                    .with("body", body)
                    .with("status", code)
                    .with("result", Tree.Fields.empty().with("state", code).with("file", file));
        }

        private Tree callbackBody() {
            String number = random.nextInt(4) == 0 ? "other" : state.businessNo();
            Tree.Fields reply = reply();
            Tree.Fields body = Tree.Fields.empty()
                    .with("status", reply.fields().getOrDefault("status", new Tree.Text("?")))
                    .with("loanNo", new Tree.Text(number));
            return reply.with("body", body);
        }
    }
}
