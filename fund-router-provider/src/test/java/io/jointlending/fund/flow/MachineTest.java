package io.jointlending.fund.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.FlowDefinition;
import io.jointlending.fund.flow.domain.Next;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.check.FlowDiagram;
import io.jointlending.fund.flow.domain.machine.Effect;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.flow.domain.machine.History;
import io.jointlending.fund.flow.domain.machine.Machine;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.machine.Phase;
import io.jointlending.fund.flow.domain.machine.Shadow;
import io.jointlending.fund.flow.domain.machine.TaskState;
import io.jointlending.fund.flow.domain.machine.Transition;
import io.jointlending.fund.flow.domain.tree.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final String LOAN = FlowTexts.text("first-bank.loan");
    private static final FlowDefinition FLOW = FlowTexts.good(LOAN);

    private static Tree reply(String code) {
        Tree.Fields head = Tree.Fields.empty().with("code", new Tree.Text(code));
        Tree.Fields body = Tree.Fields.empty()
                .with("status", new Tree.Text(code))
                .with("creditNo", new Tree.Text("C1"))
                .with("loanNo", new Tree.Text("L1"));
        return Tree.Fields.empty().with("head", head).with("body", body);
    }

    private static Transition start() {
        return Machine.start(FLOW, "T1", FLOW.given());
    }

    private static Transition apply(TaskState state, Event event, Duration elapsed) {
        return Machine.apply(FLOW, state, Occurrence.of(event, elapsed));
    }

    private static TaskState after(Event... events) {
        TaskState state = start().state();
        for (Event event : events) {
            state = apply(state, event, Duration.ofSeconds(1)).state();
        }
        return state;
    }

    private static Event.Intervened person(
            String second, Event.Action action, @Nullable String step, @Nullable Outcome outcome) {
        return new Event.Intervened("operator-1", second, action, "asked the bank", step, outcome);
    }

    @Test
    void an_unknown_code_is_an_error_and_not_a_refusal() {
        Transition transition = apply(start().state(), new Event.Replied(reply("7777")), Duration.ZERO);
        assertThat(transition.category()).isEqualTo(Category.ERROR);
        assertThat(transition.state().outcome()).isEqualTo(Outcome.MANUAL);
    }

    @Test
    void a_code_that_is_a_number_a_list_or_missing_counts_as_lost() {
        for (Tree code : List.of(Tree.Numeral.of(0), new Tree.Items(List.of(new Tree.Text("0000"))), new Tree.Nil())) {
            Tree body = Tree.Fields.empty().with("head", Tree.Fields.empty().with("code", code));
            Transition transition = apply(start().state(), new Event.Replied(body), Duration.ZERO);
            assertThat(transition.category()).isNull();
            assertThat(transition.effect()).isEqualTo(new Effect.WaitUntil(Duration.ofSeconds(10)));
        }
        for (Tree body : List.of(
                Tree.Fields.empty(), Tree.Fields.empty().with("head", Tree.Fields.empty()), new Tree.Text("0000"))) {
            Transition transition = apply(start().state(), new Event.Replied(body), Duration.ZERO);
            assertThat(transition.category()).as(body.toString()).isNull();
            assertThat(transition.effect()).isEqualTo(new Effect.WaitUntil(Duration.ofSeconds(10)));
        }
    }

    @Test
    void a_success_without_the_value_it_must_bring_counts_as_lost() {
        Tree body = Tree.Fields.empty().with("head", Tree.Fields.empty().with("code", new Tree.Text("0000")));
        Transition transition = apply(start().state(), new Event.Replied(body), Duration.ZERO);
        assertThat(transition.state().phase()).isEqualTo(Phase.WAITING);
    }

    @Test
    void not_sent_waits_longer_each_time_and_uses_up_no_tries() {
        TaskState state = start().state();
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            Transition transition = apply(state, new Event.NotSent("breaker"), Duration.ZERO);
            assertThat(transition.effect()).isEqualTo(new Effect.WaitUntil(Duration.ofSeconds(seconds)));
            assertThat(transition.state().tries()).isEmpty();
            assertThat(transition.state().touched()).isFalse();
            Transition again = apply(transition.state(), new Event.TimerFired(), Duration.ZERO);
            assertThat(again.effect()).isEqualTo(new Effect.Send("credit-apply", "T10001"));
            state = again.state();
        }
    }

    @Test
    void what_was_never_sent_ends_as_refused_after_its_time_and_not_before() {
        Event notSent = new Event.NotSent("BREAKER_OPEN");
        Duration unsent = Duration.ofMinutes(15);
        assertThat(apply(start().state(), notSent, unsent.minusMillis(1))
                        .state()
                        .phase())
                .isEqualTo(Phase.WAITING);
        Transition over = apply(start().state(), notSent, unsent);
        assertThat(over.state().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(over.effect())
                .isEqualTo(new Effect.Finish(
                        Outcome.REJECTED, "rejected", "nothing was sent within 900 s, at last: BREAKER_OPEN"));
        assertThat(over.category()).as("the institution has said nothing").isNull();
    }

    @Test
    void what_may_have_left_or_waits_for_ourselves_is_never_taken_for_unsent() {
        Duration late = Duration.ofHours(2);
        Event notSent = new Event.NotSent("no connection");
        for (Event left : List.of(new Event.Lost("reset"), new Event.Replied(reply("9001")))) {
            TaskState again = apply(after(left), new Event.TimerFired(), late).state();
            assertThat(apply(again, notSent, late).state().phase()).isEqualTo(Phase.WAITING);
        }
        Event notReady = new Event.NotReady("loan-provider does not answer");
        assertThat(apply(start().state(), notReady, late).state().phase()).isEqualTo(Phase.WAITING);
        FlowDefinition waits = FlowTexts.good(LOAN.replace("unsent: 15m ", ""));
        TaskState state = Machine.start(waits, "T1", waits.given()).state();
        assertThat(Machine.apply(waits, state, Occurrence.of(notSent, late))
                        .state()
                        .phase())
                .as("a flow that does not say how long")
                .isEqualTo(Phase.WAITING);
    }

    @Test
    void a_lost_loan_is_asked_for_through_a_day_and_neither_sent_again_nor_taken_for_refused() {
        Duration elapsed = Duration.ofSeconds(1);
        Transition now = apply(after(new Event.Replied(reply("0000"))), new Event.Lost("read timeout"), elapsed);
        List<String> sent = new ArrayList<>();
        while (now.state().outcome() == null && elapsed.compareTo(Duration.ofDays(1)) < 0) {
            if (now.effect() instanceof Effect.Send send) {
                sent.add(send.step());
                now = apply(now.state(), new Event.Lost("no answer"), elapsed);
            } else {
                elapsed = elapsed.plus(((Effect.WaitUntil) now.effect()).after());
                now = apply(now.state(), new Event.TimerFired(), elapsed);
            }
        }
        assertThat(sent).hasSizeGreaterThan(10).containsOnly("loan-query");
        assertThat(elapsed).isGreaterThan(Duration.ofHours(12));
        assertThat(now.state().outcome()).as("a person").isIn(null, Outcome.MANUAL);
    }

    @Test
    void the_deadline_ends_with_a_person_and_never_as_a_refusal() {
        Transition late = apply(start().state(), new Event.Lost("reset"), Duration.ofDays(3));
        assertThat(late.effect()).isInstanceOf(Effect.Finish.class);
        assertThat(late.state().outcome()).isEqualTo(Outcome.MANUAL);
        Transition refused = apply(start().state(), new Event.Replied(reply("2001")), Duration.ofDays(4));
        assertThat(refused.state().outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void a_wait_is_cut_at_the_deadline_and_moved_by_the_jitter_from_outside() {
        Duration almost = Duration.ofDays(3).minusSeconds(4);
        assertThat(apply(start().state(), new Event.Lost("reset"), almost).effect())
                .isEqualTo(new Effect.WaitUntil(Duration.ofSeconds(4)));
        Occurrence slower = new Occurrence(new Event.Lost("reset"), Duration.ZERO, 200);
        assertThat(Machine.apply(FLOW, start().state(), slower).effect())
                .isEqualTo(new Effect.WaitUntil(Duration.ofSeconds(12)));
    }

    @Test
    void backoff_neither_overflows_nor_passes_its_maximum() {
        Duration max = Duration.ofDays(7);
        for (int before = 0; before <= 1000; before++) {
            assertThat(Next.backoff(Duration.ofMillis(100), 10, max, before)).isBetween(Duration.ofMillis(100), max);
        }
        assertThat(Next.backoff(Duration.ofSeconds(10), 2, Duration.ofMinutes(5), 3))
                .isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void a_callback_is_taken_only_while_it_is_awaited_and_only_for_its_own_number() {
        Event callback = new Event.CalledBack("loan-result", reply("0000"));
        assertThat(apply(start().state(), callback, Duration.ZERO).applied()).isFalse();
        TaskState awaiting = after(new Event.Replied(reply("0000")), new Event.Replied(reply("1001")));
        assertThat(awaiting.phase()).isEqualTo(Phase.AWAITING);
        Tree.Fields other =
                Tree.Fields.empty().with("loanNo", new Tree.Text("L2")).with("status", new Tree.Text("0000"));
        Tree foreign = Tree.Fields.empty().with("body", other);
        assertThat(apply(awaiting, new Event.CalledBack("loan-result", foreign), Duration.ZERO)
                        .applied())
                .isFalse();
        assertThat(apply(awaiting, new Event.CalledBack("other", reply("0000")), Duration.ZERO)
                        .applied())
                .isFalse();
        TaskState done = apply(awaiting, callback, Duration.ZERO).state();
        assertThat(done.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(apply(done, callback, Duration.ZERO).applied()).isFalse();
    }

    @Test
    void a_request_that_cannot_be_filled_in_goes_to_a_person() {
        Transition transition = apply(start().state(), new Event.NotRendered("plan is missing"), Duration.ZERO);
        assertThat(transition.state().outcome()).isEqualTo(Outcome.MANUAL);
    }

    @Test
    void input_of_another_type_is_refused_before_anything_is_sent() {
        Tree.Fields wrong = FLOW.given().with("order", Tree.Fields.empty().with("no", Tree.Numeral.of(1)));
        assertThatThrownBy(() -> Machine.start(FLOW, "T1", wrong)).hasMessage("input order.no is not a string");
        assertThatThrownBy(() -> Machine.start(FLOW, "T1", Tree.Fields.empty())).hasMessageContaining("order.no");
        assertThatThrownBy(() -> Machine.start(FLOW, "T/1", FLOW.given())).hasMessageContaining("task number");
    }

    @Test
    void a_finish_or_a_jump_needs_a_reason_and_a_second_person() {
        TaskState manual = after(new Event.Replied(reply("7777")));
        for (String second : new String[] {"", "operator-1"}) {
            Event finish = person(second, Event.Action.FINISH, null, Outcome.REJECTED);
            assertThat(apply(manual, finish, Duration.ZERO).effect())
                    .isEqualTo(new Effect.Nothing("refused: a second person is needed"));
        }
        Event finish = person("operator-2", Event.Action.FINISH, null, Outcome.REJECTED);
        TaskState finished = apply(manual, finish, Duration.ofDays(9)).state();
        assertThat(finished.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(apply(finished, finish, Duration.ofDays(9)).applied()).isFalse();
    }

    @Test
    void a_jump_to_a_step_with_unassigned_values_is_refused() {
        TaskState manual = after(new Event.Replied(reply("7777")));
        Event jump = person("operator-2", Event.Action.JUMP, "loan-apply", null);
        assertThat(apply(manual, jump, Duration.ZERO).effect())
                .isEqualTo(new Effect.Nothing("refused: loan-apply needs out.creditNo"));
        Event nowhere = person("operator-2", Event.Action.JUMP, "nowhere", null);
        assertThat(apply(manual, nowhere, Duration.ZERO).applied()).isFalse();
    }

    @Test
    void nobody_can_send_a_spent_never_step_again() {
        TaskState manual = after(new Event.Replied(reply("0000")), new Event.Replied(reply("7777")));
        assertThat(manual.outcome()).isEqualTo(Outcome.MANUAL);
        assertThat(manual.spent()).containsExactly("loan-apply");
        Event jump = person("operator-2", Event.Action.JUMP, "loan-apply", null);
        Event resume = person("operator-2", Event.Action.RESUME, null, null);
        for (Event event : List.of(jump, resume)) {
            assertThat(apply(manual, event, Duration.ZERO).effect())
                    .isEqualTo(new Effect.Nothing("refused: loan-apply was sent before and must never be sent again"));
        }
        Event query = person("operator-2", Event.Action.JUMP, "loan-query", null);
        Transition asked = apply(manual, query, Duration.ofDays(5));
        assertThat(asked.effect()).isEqualTo(new Effect.Send("loan-query", "T10003"));
        assertThat(asked.state().until()).isEqualTo(Duration.ofDays(8));
    }

    @Test
    void a_person_can_cut_a_wait_short_but_not_touch_a_request_under_way() {
        Event resume = new Event.Intervened("operator-1", null, Event.Action.RESUME, "bank is back", null, null);
        assertThat(apply(start().state(), resume, Duration.ZERO).applied()).isFalse();
        TaskState waiting = after(new Event.NotSent("breaker"));
        assertThat(apply(waiting, resume, Duration.ZERO).effect()).isEqualTo(new Effect.Send("credit-apply", "T10001"));
    }

    @Test
    void a_task_moves_to_another_version_only_by_a_person() {
        FlowDefinition two = FlowTexts.good(LOAN.replace("version: 1\n", "version: 2\n"));
        TaskState waiting = after(new Event.NotSent("breaker"));
        assertThatThrownBy(() -> Machine.apply(two, waiting, Occurrence.of(new Event.TimerFired(), Duration.ZERO)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1, not first-bank.loan version 2");
        Event repin = person("operator-2", Event.Action.REPIN, "credit-apply", null);
        Transition moved = Machine.apply(two, waiting, Occurrence.of(repin, Duration.ZERO));
        assertThat(moved.state().version()).isEqualTo(2);
        assertThat(moved.effect()).isEqualTo(new Effect.Send("credit-apply", "T10002"));
    }

    @Test
    void a_shadow_replay_lists_the_tasks_that_would_go_another_way() {
        FlowDefinition two = FlowTexts.good(LOAN.replace("version: 1\n", "version: 2\n")
                .replace("  \"2001\": REJECTED ", "  \"2001\": RETRY ")
                .replace("{code: \"2001\"}", "{code: \"2002\"}"));
        History refused = history("T1", new Event.Replied(reply("2001")));
        History same = history("T2", new Event.Replied(reply("2002")));
        assertThat(Shadow.compare(FLOW, two, List.of(refused, same)))
                .containsExactly(
                        new Shadow.Divergence("T1", 1, "ends REJECTED at rejected", "waits PT10S at credit-apply"));
        assertThat(Shadow.compare(FLOW, FLOW, List.of(refused, same))).isEmpty();
    }

    private static History history(String taskNo, Event event) {
        return new History(taskNo, FLOW.given(), List.of(Occurrence.of(event, Duration.ZERO)));
    }

    @Test
    void the_diagram_shows_every_way() {
        assertThat(FlowDiagram.mermaid(FLOW))
                .contains("stateDiagram-v2\n  [*] --> credit_apply\n")
                .contains("  credit_apply --> loan_apply : SUCCESS\n")
                .contains("  loan_apply --> loan_query : lost answer\n")
                .contains("  credit_apply --> rejected : never sent\n")
                .contains("  loan_result --> loan_query : no callback in 10m\n")
                .contains("  loan_query --> loan_query : PROCESSING/RETRY/ERROR again x40\n")
                .contains("  done --> [*] : SUCCESS\n");
    }
}
