package io.jointlending.repayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.CollectionAttemptView;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.repayment.collection.application.CloseAttempts;
import io.jointlending.repayment.collection.application.CollectDue;
import io.jointlending.repayment.collection.application.CollectOrder;
import io.jointlending.repayment.collection.application.FindAttempt;
import io.jointlending.repayment.collection.application.WatchCollections;
import io.jointlending.repayment.collection.domain.CollectionAttempts;
import io.jointlending.repayment.collection.persistence.MyBatisCollectionAttempts;
import io.jointlending.repayment.collection.sandbox.SandboxDeductions;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.due.persistence.MyBatisDueOrders;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.repayment.ledger.application.OpenLedger;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.repayment.quote.application.ComputeQuote;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.quote.persistence.MyBatisStoredQuotes;
import io.jointlending.repayment.repay.application.Repay;
import io.jointlending.repayment.repay.persistence.MyBatisSuspenseAccounts;
import io.jointlending.repayment.repay.rpc.RepaymentCommands;
import io.jointlending.support.Eventually;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.JobRunner;
import io.jointlending.support.job.ShardProgress;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.payment.Deduction;
import io.jointlending.support.payment.PaymentAnswer;
import io.jointlending.support.payment.PaymentGateway;
import io.jointlending.support.task.Sweeper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class CollectionIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final LocalDate DUE = LocalDate.of(2026, 2, 15);
    private static final long PRINCIPAL = 1_000_000;
    private static final long FIRST_DUE = 91_680;

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final SandboxDeductions sandbox = new SandboxDeductions(DATABASE.session());
    private final WatchedGateway gateway = new WatchedGateway(sandbox);
    private final CollectionAttempts attempts = new MyBatisCollectionAttempts(DATABASE.session());
    private final CollectOrder collectOrder = collectOrder();
    private final Job job = CollectDue.job(
            new MyBatisDueOrders(DATABASE.session()), collectOrder, DATABASE.transactions(), world.calendar());
    private final CloseAttempts close =
            new CloseAttempts(attempts, collectOrder, DATABASE.transactions(), world.calendar());

    @BeforeEach
    void empty() {
        DATABASE.empty();
        world.calendar().move(DUE);
    }

    @AfterEach
    void every_rule_of_the_schema_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void what_is_due_is_taken_once_a_day_and_booked_with_its_receipt() {
        String orderNo = order(1, "SUCCESS", 0);
        run(DUE);
        CollectionAttemptView attempt = find(orderNo);
        assertThat(attempt.status()).isEqualTo("POSTED");
        assertThat(attempt.amountFen()).isEqualTo(FIRST_DUE);
        assertThat(attempt.paymentReference()).isEqualTo("SANDBOX-C20260215" + orderNo);
        assertThat(attempt.repaymentNo()).startsWith("R");
        assertThat(world.quote(orderNo).dueFen()).isZero();
        assertThat(taken()).isEqualTo(FIRST_DUE);

        for (int shard = 0; shard < 32; shard++) {
            walk(shard); // as if the run were repeated
        }
        assertThat(taken()).isEqualTo(FIRST_DUE);
        assertThat(count("SELECT COUNT(*) FROM ledger_event")).isOne();
    }

    @Test
    void orders_without_anything_due_are_left_alone() {
        String later = order(1, "SUCCESS", 0);
        world.calendar().move(DUE.minusDays(1));
        run(DUE.minusDays(1));
        assertThat(count("SELECT COUNT(*) FROM collection_attempt")).isZero();
        world.calendar().move(DUE);
        world.repay(later, FIRST_DUE);
        run(DUE);
        assertThat(count("SELECT COUNT(*) FROM collection_attempt")).isZero();
        assertThatThrownBy(() -> find(later))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCodes.COLLECTION_NOT_FOUND));
    }

    @Test
    void a_refusal_ends_the_attempt_and_the_next_day_tries_again_with_penalty() {
        String orderNo = order(1, "REFUSED", 0);
        run(DUE);
        assertThat(find(orderNo).status()).isEqualTo("FAILED");
        assertThat(find(orderNo).reason()).isEqualTo("sandbox: refused");
        assertThat(close.run()).isZero();

        world.calendar().move(DUE.plusDays(10));
        sandbox.set(orderNo, "SUCCESS", 0);
        run(DUE.plusDays(10));
        assertThat(new FindAttempt(attempts).run(orderNo, DUE.plusDays(10)).amountFen())
                .isEqualTo(FIRST_DUE + 383); // 76,680 x 0.0005 x 10
        assertThat(world.quote(orderNo).dueFen()).isZero();
    }

    @Test
    void an_order_of_which_nothing_can_be_taken_three_times_in_a_row_is_told() {
        String orderNo = order(1, "REFUSED", 0);
        for (int day = 0; day < 2; day++) {
            nextRun(day);
        }
        sandbox.set(orderNo, "SUCCESS", 0);
        nextRun(30);
        sandbox.set(orderNo, "REFUSED", 0);
        for (int day = 60; day < 62; day++) {
            nextRun(day);
        }
        assertThat(alarms()).as("two, a good one, and two").isEmpty();

        nextRun(62);
        assertThat(alarms())
                .containsExactly("COLLECTION_FAILS " + orderNo
                        + " the last 3 collections took nothing, this one because: sandbox: refused");
    }

    @Test
    void a_day_on_which_far_more_fails_than_usual_is_told_with_its_reasons() {
        for (int i = 1; i <= 100; i++) {
            ended(i, DUE.minusDays(1 + i % 7), i <= 20 ? "insufficient" : null);
            ended(i, DUE, i <= 59 ? i <= 40 ? "insufficient" : "card closed" : null);
        }
        WatchCollections watch = new WatchCollections(
                attempts, DATABASE.transactions(), new Alarms(DATABASE.session()), world.calendar());
        assertThat(watch.round()).isZero();
        assertThat(alarms()).as("59 of 100 where 20 are usual").isEmpty();

        for (int i = 101; i <= 103; i++) {
            ended(i, DUE, "card closed");
        }
        assertThat(watch.round() + watch.round()).isZero();
        assertThat(alarms())
                .containsExactly(
                        "COLLECTION_FAILURE_RATE " + DUE + " 62 of 103 collections took nothing, 20 of 100 in the"
                                + " 7 days before; most often: 40 insufficient; 22 card closed");
    }

    private void nextRun(int daysLater) {
        world.calendar().move(DUE.plusDays(daysLater));
        run(DUE.plusDays(daysLater));
    }

    /** Without the hour that a subject is told in. */
    private static List<String> alarms() {
        return DATABASE.jdbc()
                .queryForList(
                        "SELECT CONCAT(alarm_code, ' ', REGEXP_REPLACE(subject_key, '-[0-9]{10}$', ''), ' ', detail) FROM alarm",
                        String.class);
    }

    private static void ended(int number, LocalDate date, @Nullable String failure) {
        String orderNo = String.format(Locale.ROOT, "260115%012d%04d", 9_000_000 + number, 7);
        DATABASE.jdbc()
                .update(
                        "INSERT INTO collection_attempt (order_no, business_date, shard_key, payment_no, amount_fen, status, queries,"
                                + " sent_at, ended_at, reference_no, repayment_no, reason)"
                                + " VALUES (?, ?, 7, ?, 1, ?, 0, NOW(3), NOW(3), ?, ?, ?)",
                        orderNo,
                        date,
                        "C" + date + orderNo,
                        failure == null ? 40 : 80,
                        failure == null ? "F" + number : null,
                        failure == null ? "R" + number : null,
                        failure);
    }

    @Test
    void a_lost_answer_is_closed_by_query_and_never_by_a_second_deduction() {
        String lost = order(1, "LOST", 2);
        run(DUE);
        assertThat(find(lost).status()).isEqualTo("DEDUCTING");
        assertThat(taken()).isEqualTo(FIRST_DUE);
        assertThat(close.run()).as("before its time").isZero();
        for (int round = 1; round <= 2; round++) {
            timePasses();
            assertThat(close.run()).isOne();
            assertThat(find(lost).status()).isEqualTo("DEDUCTING");
            assertThat(find(lost).queries()).isEqualTo(1 + round);
        }
        timePasses();
        assertThat(close.run()).isOne();
        assertThat(find(lost).status()).isEqualTo("POSTED");
        assertThat(gateway.deductions).containsExactly(Map.entry(find(lost).paymentNo(), 1));
        assertThat(taken()).isEqualTo(FIRST_DUE);
    }

    @Test
    void a_request_that_never_arrived_stays_unknown_while_it_may_be_under_way_and_fails_after_that() {
        String orderNo = order(1, "LOST_REQUEST", 0);
        run(DUE);
        timePasses();
        close.run();
        assertThat(find(orderNo).status()).isEqualTo("DEDUCTING");
        DATABASE.jdbc().update("UPDATE collection_attempt SET sent_at = NOW(3) - INTERVAL 31 MINUTE");
        timePasses();
        close.run();
        assertThat(find(orderNo).status()).isEqualTo("FAILED");
        assertThat(taken()).isZero();
    }

    @Test
    void what_is_not_known_is_never_failed_by_time() {
        String orderNo = order(1, "UNKNOWN", 0);
        run(DUE);
        DATABASE.jdbc().update("UPDATE collection_attempt SET sent_at = NOW(3) - INTERVAL 30 DAY");
        for (int i = 0; i < 20; i++) {
            timePasses();
            close.run();
        }
        assertThat(find(orderNo).status()).isEqualTo("DEDUCTING");
        assertThat(find(orderNo).queries()).isEqualTo(21);
    }

    @Test
    void money_that_could_not_be_booked_at_once_is_booked_later() {
        String orderNo = order(1, "SUCCESS", 0);
        String receipt = "SANDBOX-C20260215" + orderNo;
        world.repay(new RepayRequest("other", orderNo, 1L, receipt, null, null));
        run(DUE);
        assertThat(find(orderNo).status()).isEqualTo("PAID");
        assertThat(find(orderNo).reason()).startsWith(ErrorCodes.PAYMENT_ALREADY_BOOKED.code());
    }

    @Test
    void a_crash_between_any_two_steps_takes_the_money_once() {
        Random random = new Random(7);
        String[] answers = {"SUCCESS", "LOST", "REFUSED"};
        for (int i = 1; i <= 60; i++) {
            order(i, answers[random.nextInt(3)], random.nextInt(3));
        }
        gateway.crashEvery = 3;
        for (int tries = 0; tries < 40; tries++) {
            for (int shard = 0; shard < 32; shard++) {
                try {
                    walk(shard);
                } catch (Error crash) {
                    assertThat(crash).hasMessage("crash");
                }
            }
        }
        gateway.crashEvery = 0;
        for (int i = 0; i < 6; i++) {
            timePasses();
            while (close.run() > 0) {
                assertThat(gateway.deductions).isNotEmpty();
            }
        }
        assertThat(gateway.deductions.values())
                .as("deductions sent per payment")
                .containsOnly(1);
        assertThat(count("SELECT COUNT(*) FROM collection_attempt WHERE status IN (10, 20, 30)"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM collection_attempt")).isEqualTo(60);
        assertThat(count("SELECT COALESCE(SUM(amount_fen), 0) FROM ledger_event"))
                .isEqualTo(taken());
        assertThat(taken()).isPositive();
    }

    @Test
    void two_instances_collect_side_by_side_without_asking_twice() {
        for (int i = 1; i <= 80; i++) {
            order(i, i % 4 == 0 ? "REFUSED" : "SUCCESS", 0);
        }
        List<JobRunner> runners = List.of(runner("a"), runner("b"));
        runners.get(0).start(job, DUE, "tester");
        runners.forEach(runner -> runner.sweepers().forEach(Sweeper::start));
        try {
            Eventually.within(Duration.ofSeconds(60), "collected", () -> runners.get(0).progress(job, DUE).stream()
                    .allMatch(ShardProgress::done));
        } finally {
            runners.forEach(runner -> runner.sweepers().forEach(Sweeper::close));
        }
        assertThat(gateway.deductions).hasSize(80);
        assertThat(gateway.deductions.values()).containsOnly(1);
        assertThat(taken()).isEqualTo(60 * FIRST_DUE);
        assertThat(count("SELECT SUM(amount_fen) FROM ledger_event")).isEqualTo(60 * FIRST_DUE);
    }

    @Test
    void what_a_past_day_left_over_is_not_collected_under_its_date() {
        order(1, "SUCCESS", 0);
        world.calendar().move(DUE.plusDays(1));
        run(DUE);
        assertThat(count("SELECT COUNT(*) FROM collection_attempt")).isZero();
    }

    private void run(LocalDate date) {
        JobRunner runner = runner("it");
        runner.start(job, date, "tester");
        while (runner.work() > 0) {
            assertThat(runner.progress(job, date))
                    .allSatisfy(shard -> assertThat(shard.lastError()).isNull());
        }
        assertThat(runner.progress(job, date)).hasSize(32).allMatch(ShardProgress::done);
    }

    private JobRunner runner(String owner) {
        return new JobRunner(
                List.of(job),
                DATABASE.transactions(),
                DATABASE.session(),
                owner,
                world.calendar(),
                new SimpleMeterRegistry(),
                4,
                false);
    }

    private void walk(int shard) {
        Step step = Step.next("", 0);
        while (!step.last()) {
            step = job.step(new Slice(world.calendar().today(), shard, 32, step.cursor()));
        }
    }

    private static void timePasses() {
        DATABASE.jdbc().update("UPDATE collection_attempt SET next_query_at = NOW(3) WHERE next_query_at IS NOT NULL");
    }

    private CollectOrder collectOrder() {
        MyBatisLedgers ledgers = new MyBatisLedgers(DATABASE.session());
        OpenLedger openLedger = new OpenLedger(ledgers, DATABASE.transactions());
        EnsureLedger ensureLedger = new EnsureLedger(ledgers, openLedger, world.loans());
        QuoteRepayment quotes = new QuoteRepayment(
                ensureLedger,
                new MyBatisStoredQuotes(DATABASE.session()),
                new ComputeQuote(ledgers, DATABASE.transactions()),
                world.calendar());
        Repay repay = RepaymentCommands.on(
                        ensureLedger,
                        ledgers,
                        new MyBatisSuspenseAccounts(DATABASE.session()),
                        OrderNumbers.stored(DATABASE.transactions(), DATABASE.session()),
                        IdempotentCommands.stored(DATABASE.transactions(), DATABASE.session()),
                        DATABASE.outbox(),
                        world.calendar())
                .repay();
        return new CollectOrder(
                attempts, quotes, gateway, repay, DATABASE.transactions(), new Alarms(DATABASE.session()));
    }

    private String order(int number, String answer, int unknownTimes) {
        String orderNo = String.format(Locale.ROOT, "260115%012d%04d", number, number * 37 % 1024);
        world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 12));
        sandbox.set(orderNo, answer, unknownTimes);
        return orderNo;
    }

    private CollectionAttemptView find(String orderNo) {
        return new FindAttempt(attempts).run(orderNo, DUE);
    }

    private static long taken() {
        return count("SELECT COALESCE(SUM(amount_fen), 0) FROM sandbox_deduction WHERE outcome = 'TAKEN'");
    }

    private static long count(String sql) {
        Long found = DATABASE.jdbc().queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }

    /** Counts deductions, refuses to be called inside a transaction, and dies after some of its answers. */
    private static final class WatchedGateway implements PaymentGateway {
        private final PaymentGateway system;
        private final Map<String, Integer> deductions = new ConcurrentHashMap<>();
        private final AtomicInteger calls = new AtomicInteger();
        private volatile int crashEvery;

        WatchedGateway(PaymentGateway system) {
            this.system = system;
        }

        @Override
        public PaymentAnswer deduct(Deduction deduction) {
            deductions.merge(deduction.paymentNo(), 1, Integer::sum);
            return answered(system.deduct(deduction));
        }

        @Override
        public PaymentAnswer query(String paymentNo) {
            return answered(system.query(paymentNo));
        }

        private PaymentAnswer answered(PaymentAnswer answer) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .as("called inside a transaction")
                    .isFalse();
            if (crashEvery > 0 && calls.incrementAndGet() % crashEvery == 0) {
                throw new Error("crash");
            }
            return answer;
        }
    }
}
