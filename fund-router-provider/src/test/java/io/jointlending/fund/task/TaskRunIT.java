package io.jointlending.fund.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.PersonalData;
import io.jointlending.fund.definition.application.ActivateDefinition;
import io.jointlending.fund.definition.domain.Definition;
import io.jointlending.fund.flow.FlowTexts;
import io.jointlending.fund.flow.domain.Outcome;
import io.jointlending.fund.flow.domain.machine.Event;
import io.jointlending.fund.flow.domain.template.BorrowerFacts;
import io.jointlending.fund.flow.domain.template.BorrowerProcessors;
import io.jointlending.fund.flow.domain.template.MadeUpBorrower;
import io.jointlending.fund.flow.domain.template.ProcessorRegistry;
import io.jointlending.fund.flow.domain.template.StandardProcessors;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.task.application.SubmitTask;
import io.jointlending.fund.task.domain.CallResult;
import io.jointlending.fund.task.domain.FundTask;
import io.jointlending.fund.task.domain.InstitutionCalls;
import io.jointlending.fund.task.domain.TaskKey;
import io.jointlending.fund.task.domain.TaskStatus;
import io.jointlending.support.Eventually;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.schema.SchemaScripts;
import io.jointlending.support.wiring.SchemaFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Flows that run with a bank on a real socket, with everything that can go wrong between us and it. */
class TaskRunIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final int SEED = 20261129;

    private SchemaFixture database;
    private FakeBank bank;

    @BeforeEach
    void open() {
        database = SchemaFixture.create("fund_router");
        bank = new FakeBank();
    }

    @AfterEach
    void close() {
        bank.close();
        database.close();
    }

    @Test
    void a_loan_ends_by_callback_by_query_or_refused_and_its_log_replays_to_what_is_stored() throws SQLException {
        try (TaskNode node = node("one")) {
            bank.plans.put("L2", FakeBank.Loan.CLOSES_AFTER);
            bank.plans.put("L3", FakeBank.Loan.REFUSES);
            bank.plans.put("L4", FakeBank.Loan.NUMBER);
            bank.plans.put("L5", FakeBank.Loan.UNKNOWN_CODE);
            bank.plans.put("L6", FakeBank.Loan.BUSY_FIRST);
            bank.plans.put("L7", FakeBank.Loan.HTML);
            for (int i = 1; i <= 7; i++) {
                node.submitLoan("L" + i);
                node.submitLoan("L" + i); // once more changes nothing
            }
            node.start();
            await("the money of L1 is moved", () -> bank.moved("L1") == 1);
            assertThat(node.callBack("L1", "m1", "0000")).isTrue();
            assertThat(node.callBack("L1", "m1", "0000")).isTrue();
            awaitEnded(7);

            assertThat(statuses()).isEqualTo("L1=7 L2=7 L3=8 L4=7 L5=9 L6=7 L7=7");
            assertThat(path(node, "L1")).containsExactly("credit-apply", "loan-apply", "loan-result", "done");
            assertThat(path(node, "L2"))
                    .startsWith("credit-apply", "loan-apply", "loan-query")
                    .endsWith("done");
            assertThat(path(node, "L3")).containsExactly("credit-apply", "loan-apply", "rejected");
            assertThat(path(node, "L4")).contains("loan-query");
            assertThat(bank.seen("loan/apply", "L6"))
                    .hasSize(2)
                    .allMatch(line -> line.equals(bank.seen("loan/apply", "L6").get(0)));
            for (int i = 1; i <= 7; i++) {
                assertThat(bank.moved("L" + i)).as("L" + i).isEqualTo(i == 3 ? 0 : 1);
            }
            assertThat(database.texts("SELECT subject_key FROM alarm WHERE alarm_code = 'FUND_TASK_MANUAL'"))
                    .hasSize(1);
            assertWhole(node);
        }
    }

    @Test
    void a_process_that_dies_after_the_write_ahead_never_sends_again_and_one_that_dies_before_it_sends_once()
            throws SQLException {
        InstitutionCalls http = new HttpCalls(bank.address(), CALL);
        try (TaskNode dying = new TaskNode(database, "dying", (channel, endpoint, request, requestNo) -> {
                    http.call(channel, endpoint, request, requestNo);
                    throw new Killed();
                });
                TaskNode other = new TaskNode(database, "other", http)) {
            dying.publishFirstBank();
            dying.submitLoan("AFTER");
            // the credit request is same-no: lost, sent again with the same number, then the loan is asked once
            assertThatThrownBy(() -> dying.runTask.run(claimOne(dying))).isInstanceOf(Killed.class);
            dying.submitLoan("BEFORE");
            FundTask claimed = claimOne(dying);
            assertThat(claimed.state().businessNo()).isEqualTo("BEFORE");
            database.execute("UPDATE fund_task SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
            other.start();
            await("both are asked for", () -> bank.moved("AFTER") + bank.moved("BEFORE") == 2);
            awaitEnded(2);
            assertThat(statuses()).isEqualTo("AFTER=7 BEFORE=7");
            assertThat(bank.seen("credit/apply", "AFTER")).hasSize(2);
            assertThat(bank.seen("credit/apply", "AFTER"))
                    .containsOnly(bank.seen("credit/apply", "AFTER").get(0));
            assertThat(bank.seen("credit/apply", "BEFORE"))
                    .containsExactly("credit/apply BEFORE " + claimed.state().requestNo());
            assertWhole(other);
        }
    }

    @Test
    void a_task_whose_day_is_over_is_not_sent_and_a_person_decides() {
        try (TaskNode node = new TaskNode(database, "node", new HttpCalls(bank.address(), Duration.ofSeconds(20)))) {
            node.publishFirstBank();
            submit(node, "L1", TaskNode.TODAY);
            submit(node, "L2", TaskNode.TODAY.minusDays(1));
            node.start();
            awaitEnded(2);
            assertThat(database.texts("SELECT CONCAT(biz_no, ' ', status) FROM fund_task ORDER BY biz_no"))
                    .containsExactly("L1 7", "L2 9");
            assertThat(database.texts("SELECT reason FROM fund_task WHERE biz_no = 'L2'"))
                    .allMatch(why -> why.contains("its day 2026-11-28 is over"));
            assertThat(bank.requests).noneMatch(line -> line.contains(" L2 "));
        }
    }

    @Test
    void a_source_of_values_that_fails_says_nothing_or_is_slow_is_waited_for_and_the_runner_goes_on()
            throws SQLException {
        AtomicInteger asked = new AtomicInteger();
        BorrowerFacts odd = new OddFacts(asked);
        ProcessorRegistry processors =
                new ProcessorRegistry(new StandardProcessors("https://callback.invalid"), new BorrowerProcessors(odd));
        try (TaskNode node = new TaskNode(database, "odd", new HttpCalls(bank.address(), CALL), processors, Map.of())) {
            node.publishFirstBank();
            bank.plans.put("ODD", FakeBank.Loan.CLOSES_AFTER);
            bank.plans.put("L1", FakeBank.Loan.CLOSES_AFTER);
            Tree.Fields input = TaskNode.input("ODD")
                    .with("borrower", Tree.Fields.empty().with("no", new Tree.Text(OddFacts.BORROWER)));
            database.transactions()
                    .inTransaction(() -> node.submit.run(
                            new TaskKey(TaskNode.CHANNEL, "loan", "ODD", 1, null, 0),
                            input,
                            SubmitTask.Manner.online(null)));
            node.submitLoan("L1");
            node.start();
            awaitEnded(2);
            assertThat(statuses()).isEqualTo("L1=7 ODD=7");
            assertThat(asked.get()).isEqualTo(3);
            assertThat(database.texts("SELECT JSON_VALUE(event, '$.why') FROM fund_step_log WHERE kind = 'HELD' AND"
                            + " JSON_VALUE(event, '$.type') = 'notReady' ORDER BY seq"))
                    .containsExactly(
                            "the request of credit-apply cannot be filled in: processor borrowerName failed with"
                                    + " IllegalStateException",
                            "the request of credit-apply cannot be filled in: processor borrowerName gave nothing");
            assertThat(bank.moved("ODD") + bank.moved("L1")).isEqualTo(2);
            assertWhole(node);
        }
    }

    /** Fails, says nothing, is slow, in this order, when it is asked for the name of one borrower. */
    private record OddFacts(AtomicInteger asked) implements BorrowerFacts {
        static final String BORROWER = "B-ODD";
        private static final BorrowerFacts GOOD = new MadeUpBorrower();

        @Override
        public String name(String borrowerNo) {
            if (!borrowerNo.equals(BORROWER)) {
                return GOOD.name(borrowerNo);
            }
            return switch (asked.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("the source of 000000190001010000 does not answer");
                case 2 -> nothing();
                default -> {
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                    yield GOOD.name(borrowerNo);
                }
            };
        }

        @SuppressWarnings("NullAway") // what a careless source does
        private static String nothing() {
            return null;
        }

        @Override
        public String idNumber(String borrowerNo) {
            return GOOD.idNumber(borrowerNo);
        }

        @Override
        public String mobile(String borrowerNo) {
            return GOOD.mobile(borrowerNo);
        }

        @Override
        public String card(String borrowerNo) {
            return GOOD.card(borrowerNo);
        }
    }

    private void submit(TaskNode node, String loanNo, LocalDate day) {
        database.transactions()
                .inTransaction(() -> node.submit.run(
                        new TaskKey(TaskNode.CHANNEL, "loan", loanNo, 1, null, 0),
                        TaskNode.input(loanNo),
                        new SubmitTask.Manner(FundTask.ONLINE, day, null)));
    }

    @Test
    void a_crash_while_the_loan_is_asked_for_is_settled_by_query_and_the_bank_saw_one_request() throws SQLException {
        InstitutionCalls http = new HttpCalls(bank.address(), CALL);
        try (TaskNode dying = new TaskNode(database, "dying", (channel, endpoint, request, requestNo) -> {
                    var result = http.call(channel, endpoint, request, requestNo);
                    if (endpoint.path().equals("loan/apply")) {
                        throw new Killed();
                    }
                    return result;
                });
                TaskNode other = new TaskNode(database, "other", http)) {
            dying.publishFirstBank();
            dying.submitLoan("L1");
            assertThatThrownBy(() -> dying.runTask.run(claimOne(dying))).isInstanceOf(Killed.class);
            assertThat(bank.moved("L1")).isEqualTo(1);
            database.execute("UPDATE fund_task SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
            other.start();
            awaitEnded(1);
            assertThat(statuses()).isEqualTo("L1=7");
            assertThat(bank.seen("loan/apply", "L1")).hasSize(1);
            assertThat(bank.seen("loan/query", "L1")).isNotEmpty();
            assertWhole(other);
        }
    }

    @Test
    void a_lease_that_ends_during_a_slow_call_gives_the_task_to_another_who_asks_and_the_late_result_is_refused()
            throws Exception {
        bank.plans.put("L1", FakeBank.Loan.SLOW);
        try (TaskNode slow = node("slow");
                TaskNode other = new TaskNode(database, "other", new HttpCalls(bank.address(), CALL))) {
            slow.submitLoan("L1");
            FundTask claimed = claimOne(slow);
            ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
            Future<?> late = pool.submit(() -> slow.runTask.run(claimed));
            await("the loan is asked for", () -> bank.moved("L1") == 1);
            database.execute("UPDATE fund_task SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
            other.start();
            awaitEnded(1);
            bank.slowRelease.countDown();
            late.get();
            pool.shutdownNow();
            assertThat(statuses()).isEqualTo("L1=7");
            assertThat(bank.seen("loan/apply", "L1")).hasSize(1);
            assertThat(path(other, "L1")).contains("loan-query");
            assertWhole(other);
        }
    }

    @Test
    void a_clock_that_is_set_back_an_hour_sends_nothing_twice_and_holds_up_only_what_was_there() throws SQLException {
        InstitutionCalls http = new HttpCalls(bank.address(), CALL);
        try (TaskNode dying = new TaskNode(database, "dying", (channel, endpoint, request, requestNo) -> {
                    CallResult result = http.call(channel, endpoint, request, requestNo);
                    if (endpoint.path().equals("loan/apply")) {
                        throw new Killed();
                    }
                    return result;
                });
                TaskNode other = new TaskNode(database, "other", http)) {
            dying.publishFirstBank();
            bank.plans.put("L2", FakeBank.Loan.CLOSES_AFTER);
            bank.plans.put("L3", FakeBank.Loan.CLOSES_AFTER);
            dying.submitLoan("L1");
            assertThatThrownBy(() -> dying.runTask.run(claimOne(dying))).isInstanceOf(Killed.class);
            dying.submitLoan("L2");
            shiftTimes("+ INTERVAL 1 HOUR");
            other.start();
            other.submitLoan("L3");
            awaitEnded(1);
            assertThat(statuses()).isEqualTo("L1=2 L2=1 L3=7");
            assertThat(bank.seen("loan/apply", "L1")).hasSize(1);
            assertThat(bank.requests).noneMatch(line -> line.contains(" L2 "));
            shiftTimes("- INTERVAL 2 HOUR"); // the hour has passed, and every lease has ended
            awaitEnded(3);
            assertThat(statuses()).isEqualTo("L1=7 L2=7 L3=7");
            for (String loan : List.of("L1", "L2", "L3")) {
                assertThat(bank.seen("loan/apply", loan)).as(loan).hasSize(1);
            }
            assertWhole(other);
        }
    }

    /** Times that lie an hour ahead are those of a clock that was set back by an hour. */
    private void shiftTimes(String by) {
        database.execute("UPDATE fund_task SET created_at = created_at " + by + ", next_run_at = next_run_at " + by
                + ", timer_at = timer_at " + by + ", lease_until = lease_until " + by + ", expire_at = expire_at " + by
                + ", step_since = step_since " + by + " WHERE status IN (1, 2)");
    }

    @Test
    void callbacks_come_early_twice_in_crowds_too_late_and_for_nobody() throws Exception {
        try (TaskNode node = node("one")) {
            assertThat(node.callBack("EARLY", "e1", "0000")).isTrue();
            assertThat(node.callBack("NOBODY", "n1", "0000")).isTrue();
            node.submitLoan("EARLY");
            node.submitLoan("CROWD");
            node.start();
            await("the crowd's money is moved", () -> bank.moved("CROWD") == 1);
            ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(16);
            List<Callable<Boolean>> crowd = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                crowd.add(() -> node.callBack("CROWD", "c1", "0000"));
            }
            for (Future<Boolean> acknowledged : pool.invokeAll(crowd)) {
                assertThat(acknowledged.get()).isTrue();
            }
            pool.shutdownNow();
            assertThat(node.callBack("CROWD", "c2", "0000"))
                    .as("another number, the same content")
                    .isTrue();
            awaitEnded(2);
            assertThat(statuses()).isEqualTo("CROWD=7 EARLY=7");
            assertThat(path(node, "EARLY")).containsExactly("credit-apply", "loan-apply", "loan-result", "done");
            assertThat(node.callBack("CROWD", "c3", "2001")).isTrue();
            assertThat(
                            database.texts(
                                    "SELECT CONCAT(biz_no, ' ', dedup_id, ' ', status) FROM fund_callback ORDER BY biz_no, dedup_id"))
                    .containsExactly(
                            "CROWD c1 APPLIED",
                            "CROWD c2 LATE",
                            "CROWD c3 CONTRADICTS",
                            "EARLY e1 APPLIED",
                            "NOBODY n1 PENDING");
            assertThat(database.texts("SELECT CONCAT(t.biz_no, ' ', COUNT(*)) FROM fund_step_log l JOIN fund_task t ON"
                            + " t.id = l.task_id WHERE l.kind = 'CALLBACK' GROUP BY t.biz_no ORDER BY t.biz_no"))
                    .as("a hundred copies and one more are applied once")
                    .containsExactly("CROWD 1", "EARLY 1");
            assertThat(database.number("SELECT COUNT(*) FROM alarm WHERE alarm_code = 'FUND_CONTRADICTION'"))
                    .isEqualTo(1);
            assertThat(node.callbacks.orphans(Duration.ZERO, 10)).isEqualTo(1);
            assertWhole(node);
        }
    }

    @Test
    void a_callback_that_comes_before_the_answer_is_not_slept_through_and_settles_the_loan_alone() throws SQLException {
        bank.plans.put("L1", FakeBank.Loan.SLOW);
        try (TaskNode node = new TaskNode(database, "one", new HttpCalls(bank.address(), LIMIT))) {
            String patient = TaskNode.faster(FlowTexts.text("first-bank.loan")).replaceAll("\\b2s\\b", "10m");
            node.publishAndActivate(Definition.Kind.CHANNEL, FlowTexts.text("first-bank.channel"));
            node.publishAndActivate(Definition.Kind.FLOW, patient);
            node.submitLoan("L1");
            node.start();
            await("the loan is asked for", () -> bank.moved("L1") == 1);
            assertThat(node.callBack("L1", "m1", "0000")).isTrue();
            assertThat(node.callBack("L1", "m2", "0000")).isTrue();
            assertThat(statuses()).as("the answer is still awaited").isEqualTo("L1=2");
            bank.slowRelease.countDown();
            awaitEnded(1);
            assertThat(path(node, "L1")).containsExactly("credit-apply", "loan-apply", "loan-result", "done");
            assertThat(database.texts("SELECT CONCAT(dedup_id, ' ', status) FROM fund_callback ORDER BY dedup_id"))
                    .as("two numbers, one content: one is applied, the other agrees")
                    .containsExactly("m1 APPLIED", "m2 LATE");
            assertThat(bank.seen("loan/query", "L1")).isEmpty();
            assertThat(database.number("SELECT COUNT(*) FROM alarm")).isZero();
            assertWhole(node);
        }
    }

    @Test
    void two_instances_and_a_bank_with_every_fault_move_the_money_of_each_loan_once() throws SQLException {
        withEveryFault(120, LIMIT);
    }

    @Test
    @Tag("drill")
    void a_thousand_loans_with_every_fault_move_the_money_of_each_once() throws SQLException {
        withEveryFault(1_000, LONG);
    }

    private void withEveryFault(int loans, Duration limit) throws SQLException {
        Random random = new Random(SEED);
        List<FakeBank.Loan> plans = List.of(
                FakeBank.Loan.TAKES,
                FakeBank.Loan.REFUSES,
                FakeBank.Loan.CLOSES_AFTER,
                FakeBank.Loan.CLOSES_BEFORE,
                FakeBank.Loan.HTML,
                FakeBank.Loan.NUMBER,
                FakeBank.Loan.BUSY_FIRST);
        try (TaskNode one = node("one");
                TaskNode two = new TaskNode(database, "two", new HttpCalls(bank.address(), CALL))) {
            for (int i = 0; i < loans; i++) {
                bank.plans.put("R" + i, plans.get(random.nextInt(plans.size())));
                one.submitLoan("R" + i);
                if (random.nextInt(3) == 0) {
                    one.callBack("R" + i, "r" + i, bank.plans.get("R" + i) == FakeBank.Loan.REFUSES ? "2001" : "1001");
                }
            }
            one.start();
            two.start();
            Eventually.within(
                    limit,
                    loans + " loans have ended",
                    () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status >= 7") == loans);
            for (int i = 0; i < loans; i++) {
                FundTask task =
                        one.tasks.search(null, TaskNode.CHANNEL, "R" + i).get(0);
                int moved = bank.moved("R" + i);
                assertThat(moved).as("seed " + SEED + " R" + i).isLessThanOrEqualTo(1);
                assertThat(bank.seen("loan/query", "R" + i).isEmpty()
                                && moved == 0
                                && task.status() == TaskStatus.SUCCESS)
                        .isFalse();
                if (task.status() == TaskStatus.SUCCESS) {
                    assertThat(moved).isEqualTo(1);
                } else if (task.status() == TaskStatus.REJECTED) {
                    assertThat(moved).isZero();
                }
                assertThat(bank.seen("loan/apply", "R" + i).stream().distinct()).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(database.texts("SELECT DISTINCT lease_owner FROM fund_task ORDER BY lease_owner"))
                    .containsExactly("one", "two");
            assertWhole(one);
        }
    }

    @Test
    void a_new_version_needs_another_person_and_running_tasks_finish_on_the_one_they_began_with() throws SQLException {
        try (TaskNode node = node("one")) {
            node.submitLoan("OLD");
            String text = TaskNode.faster(FlowTexts.text("first-bank.loan"));
            assertThatThrownBy(() -> node.publish.flow(text + "\n", "author", "P2"))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.getMessage())
                            .contains("a version never changes"));
            String second = text.replace("version: 1", "version: 2").replace("\"2001\": REJECTED", "\"2001\": ERROR");
            assertThatThrownBy(() -> node.publish.flow(second, "author", "P2")).isInstanceOf(Refusal.class);
            String good = text.replace("version: 1", "version: 2")
                    .replace("term: ${order.installments}", "terms: ${order.installments}")
                    .replace("at: /term,", "at: /terms,");
            node.publish.flow(good, "author", "P2");
            assertThatThrownBy(() -> node.activate.run(Definition.Kind.FLOW, "first-bank.loan", 2, " Author ", 0, "A2"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code().code()).isEqualTo("A0555"));
            node.activate.run(Definition.Kind.FLOW, "first-bank.loan", 2, "checker", 0, "A2");
            node.submitLoan("NEW");
            node.start();
            awaitEnded(2);
            assertThat(database.texts("SELECT CONCAT(biz_no, '@', flow_version) FROM fund_task ORDER BY id"))
                    .containsExactly("OLD@1", "NEW@2");
            assertThat(database.texts(
                            "SELECT CONCAT(version, status) FROM fund_definition WHERE kind = 'FLOW' ORDER BY version"))
                    .containsExactly("1RETIRED", "2ACTIVE");
            assertWhole(node);
        }
    }

    @Test
    void a_version_by_which_ended_tasks_would_go_another_way_needs_a_person_who_has_seen_how_many()
            throws SQLException {
        bank.plans.put("L1", FakeBank.Loan.REFUSES);
        try (TaskNode node = node("one")) {
            node.submitLoan("L1");
            node.submitLoan("L2");
            node.start();
            awaitEnded(2);
            String second = TaskNode.faster(FlowTexts.text("first-bank.loan"))
                    .replace("version: 1", "version: 2")
                    .replace("  \"2001\": REJECTED ", "  \"2001\": RETRY ")
                    .replace("{code: \"2001\"}", "{code: \"2002\"}");
            node.publish.flow(second, "author", "P2");
            ActivateDefinition.ShadowReport report = node.activate.shadow("first-bank.loan", 2);
            assertThat(report.against()).isEqualTo(1);
            assertThat(report.replayed()).isEqualTo(2);
            assertThat(report.diverging()).singleElement().satisfies(one -> {
                assertThat(one.taskNo()).isEqualTo("T000000000001");
                assertThat(one.was()).isEqualTo("ends REJECTED at rejected");
                assertThat(one.now()).startsWith("waits ").endsWith(" at loan-apply");
            });
            assertThatThrownBy(() -> node.activate.run(Definition.Kind.FLOW, "first-bank.loan", 2, "checker", 0, "A2"))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCodes.DIVERGENCES_UNSEEN);
                        assertThat(refusal.getMessage()).contains("shows 1 diverging tasks, not 0");
                    });
            assertThat(node.activate
                            .run(Definition.Kind.FLOW, "first-bank.loan", 2, "checker", 1, "A2")
                            .status())
                    .isEqualTo(Definition.Status.ACTIVE);
            assertWhole(node);
        }
    }

    @Test
    void a_person_ends_or_resumes_what_waits_for_one_with_a_reason_and_a_second_person() throws SQLException {
        bank.plans.put("L1", FakeBank.Loan.UNKNOWN_CODE);
        bank.plans.put("L2", FakeBank.Loan.UNKNOWN_CODE);
        try (TaskNode node = node("one")) {
            long first = node.submitLoan("L1").id();
            long second = node.submitLoan("L2").id();
            node.start();
            awaitEnded(2);
            assertRefused(
                    node,
                    first,
                    new Event.Intervened("ann", null, Event.Action.FINISH, "statement", null, Outcome.SUCCESS),
                    "second person");
            assertRefused(
                    node,
                    first,
                    new Event.Intervened("ann", "ann", Event.Action.FINISH, "statement", null, Outcome.SUCCESS),
                    "second person");
            assertRefused(
                    node,
                    first,
                    new Event.Intervened("ann", "bob", Event.Action.JUMP, "again", "loan-apply", null),
                    "never be sent again");
            assertRefused(
                    node,
                    first,
                    new Event.Intervened("ann", "bob", Event.Action.JUMP, "again", "nowhere", null),
                    "no step");
            assertThat(node.intervene
                            .run(
                                    first,
                                    new Event.Intervened(
                                            "ann",
                                            "bob",
                                            Event.Action.FINISH,
                                            "bank statement 7",
                                            null,
                                            Outcome.SUCCESS),
                                    null,
                                    "R1")
                            .status())
                    .isEqualTo(TaskStatus.SUCCESS);
            node.intervene.run(
                    second,
                    new Event.Intervened("ann", "bob", Event.Action.JUMP, "ask the bank", "loan-query", null),
                    null,
                    "R2");
            awaitEnded(2);
            assertThat(statuses()).isEqualTo("L1=7 L2=7");
            assertThat(bank.seen("loan/query", "L2")).hasSize(1);
            assertThat(
                            database.texts(
                                    "SELECT CONCAT(action, ' ', operator, ' ', approver) FROM fund_audit WHERE action NOT IN ('PUBLISH', 'ACTIVATE') ORDER BY id"))
                    .containsExactly("FINISH ann bob", "JUMP ann bob");
            assertRefused(
                    node,
                    first,
                    new Event.Intervened("ann", "bob", Event.Action.JUMP, "again", "loan-query", null),
                    "ended with SUCCESS");
            assertWhole(node);
        }
    }

    private void assertRefused(TaskNode node, long id, Event.Intervened event, String why) {
        assertThatThrownBy(() -> node.intervene.run(id, event, null, "R0"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code().code()).isEqualTo("A0607");
                    assertThat(refusal.getMessage()).contains(why);
                });
    }

    private TaskNode node(String name) {
        TaskNode node = new TaskNode(database, name, new HttpCalls(bank.address(), CALL));
        node.publishFirstBank();
        return node;
    }

    private static FundTask claimOne(TaskNode node) {
        List<FundTask> claimed =
                node.tasks.claim(TaskNode.CHANNEL, FundTask.ONLINE, 1, Duration.ofMinutes(1), node.name);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        Eventually.within(LIMIT, what, condition);
    }

    private void awaitEnded(int tasks) {
        await(
                tasks + " tasks have ended",
                () -> database.number("SELECT COUNT(*) FROM fund_task WHERE status >= 7") == tasks);
    }

    private String statuses() {
        return String.join(" ", database.texts("SELECT CONCAT(biz_no, '=', status) FROM fund_task ORDER BY biz_no"));
    }

    private static List<String> path(TaskNode node, String loanNo) {
        long id = node.tasks.search(null, TaskNode.CHANNEL, loanNo).get(0).id();
        return node.replay.run(id).path().stream().toList();
    }

    /** Every log replays to the stored state, every rule of the schema holds, and no personal data is anywhere. */
    private void assertWhole(TaskNode node) throws SQLException {
        for (String id : database.texts("SELECT id FROM fund_task")) {
            var replay = node.replay.run(Long.parseLong(id));
            assertThat(replay.same()).as("replay of " + id + ": " + replay).isTrue();
        }
        Path scripts = Path.of(Objects.requireNonNull(System.getProperty("project.root")), "sql", "fund_router");
        try (Connection connection = database.open()) {
            assertThat(SchemaScripts.verify(connection, scripts).broken()).isEmpty();
        }
        assertThat(PersonalData.in(database)).isEmpty();
    }

    /** The process ends with the call. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
