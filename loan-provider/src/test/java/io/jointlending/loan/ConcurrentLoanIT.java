package io.jointlending.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.loan.database.LoanDatabase;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.payment.persistence.PaymentBacklog;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.payment.PaymentAnswer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when several do the same at the same moment, on a real database. */
class ConcurrentLoanIT {
    private static final LoanDatabase DATABASE = new LoanDatabase();
    private static final int THREADS = 12;
    private static final long AMOUNT = 100_000;

    private final LoanSetting setting = new MySqlLoans(DATABASE);
    private final LoanWorld world = setting.world();

    @AfterEach
    void every_invariant_of_the_schema_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void loan_outs_of_one_order_reserve_once() throws Exception {
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.submit("B-1", AMOUNT);
        assertThat(together(i -> world.loanOut(orderNo).order().status()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("30", 1L, "A0512", THREADS - 1L));
        assertThat(world.borrower("B-1").creditReservedFen()).isEqualTo(AMOUNT);
    }

    @Test
    void one_loan_out_request_sent_many_times_gives_one_answer() throws Exception {
        world.activate("B-1", LoanWorld.person(1));
        LoanOutRequest request = new LoanOutRequest(world.requestNo(), world.submit("B-1", AMOUNT), null);
        assertThat(together(i -> world.loanOut(request))).hasSize(1).containsValue((long) THREADS);
        assertThat(world.borrower("B-1").creditReservedFen()).isEqualTo(AMOUNT);
    }

    @Test
    void reservations_never_exceed_the_limit() throws Exception {
        world.activate("B-1", LoanWorld.person(1));
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            orders.add(world.submit("B-1", AMOUNT));
        }
        assertThat(together(i -> world.loanOut(orders.get(i)).order().status()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("30", 10L, "A0505", THREADS - 10L));
        assertThat(world.borrower("B-1").creditReservedFen()).isEqualTo(LoanWorld.LIMIT_FEN);
    }

    @Test
    void one_person_becomes_one_borrower() throws Exception {
        assertThat(together(i -> world.activate("B-" + i, LoanWorld.person(1)).status()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ACTIVE", 1L, "A0503", THREADS - 1L));
    }

    @Test
    void one_borrower_activated_many_times_with_the_same_facts_has_one_line() throws Exception {
        assertThat(together(i -> world.activate("B-1", LoanWorld.person(1)))).hasSize(1);
    }

    @Test
    void one_borrower_activated_with_different_facts_keeps_the_first() throws Exception {
        assertThat(together(i -> world.activate("B-1", LoanWorld.person(i)).status()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ACTIVE", 1L, "A0504", THREADS - 1L));
    }

    @Test
    void contrary_results_at_once_end_the_order_once_and_keep_the_others_for_a_person() throws Exception {
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        Map<String, Long> outcomes =
                together(i -> world.report(orderNo, "P-1", i % 2 == 0 ? "SUCCESS" : "FAILED", AMOUNT)
                        .effect());
        assertThat(outcomes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        PaymentResultView.APPLIED,
                        1L,
                        PaymentResultView.REPEATED,
                        THREADS / 2 - 1L,
                        "A0514",
                        THREADS / 2L));
        assertThat(setting.told(orderNo)).hasSize(world.status(orderNo) == 40 ? 1 : 0);
        assertThat(DATABASE.jdbc().queryForMap("SELECT reason, times_seen FROM payment_discrepancy"))
                .containsEntry("reason", "CONTRADICTS")
                .containsEntry("times_seen", THREADS / 2);
    }

    @Test
    void instances_that_sweep_together_ask_for_each_order_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            world.activate("B-" + i, LoanWorld.person(i));
            for (int order = 0; order < 9; order++) {
                world.paidOut("B-" + i, AMOUNT);
            }
        }
        DATABASE.jdbc().update("UPDATE loan_order SET next_query_at = NOW(3)");
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        together(i -> world.query(orderNo -> {
            asked.add(orderNo);
            return new PaymentAnswer.Unknown("not yet");
        }));
        assertThat(asked).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    void a_round_takes_no_more_than_its_batch_and_waits_as_the_ladder_says() {
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        assertThat(secondsUntilQuery(orderNo)).as("after the loan out").isBetween(3L, 5L);
        assertThat(world.query(no -> new PaymentAnswer.Unknown("not due"))).isZero();
        DATABASE.jdbc().update("UPDATE loan_order SET next_query_at = NOW(3)");
        assertThat(world.query(no -> new PaymentAnswer.Unknown("not yet"))).isEqualTo(1);
        assertThat(secondsUntilQuery(orderNo)).as("after the first question").isBetween(12L, 15L);
        assertThat(DATABASE.jdbc().queryForMap("SELECT query_attempts, unknown_since FROM loan_order"))
                .containsEntry("query_attempts", 1)
                .extractingByKey("unknown_since")
                .isNotNull();
    }

    @Test
    void an_instance_that_dies_while_asking_leaves_a_lease_that_runs_out() {
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        DATABASE.jdbc().update("UPDATE loan_order SET next_query_at = NOW(3)");
        assertThat(DATABASE.transactions().inTransaction((Supplier<List<?>>)
                        () -> world.stores().queries().claim(50, Duration.ofMinutes(2))))
                .hasSize(1);
        assertThat(world.query(no -> new PaymentAnswer.Unknown("leased"))).isZero();
        assertThat(secondsUntilQuery(orderNo)).isBetween(110L, 120L);
    }

    @Test
    void payments_without_a_result_and_discrepancies_are_counted_for_operators() {
        world.activate("B-1", LoanWorld.person(1));
        world.paidOut("B-1", AMOUNT);
        String failed = world.paidOut("B-1", AMOUNT);
        world.report(failed, "P-1", "FAILED", AMOUNT);
        assertThat(catchThrowable(() -> world.report(failed, "P-1", "SUCCESS", AMOUNT)))
                .isInstanceOf(Refusal.class);
        DATABASE.jdbc().update("UPDATE loan_order SET next_query_at = NOW(3) WHERE status = 30");
        world.query(no -> new PaymentAnswer.Unknown("not yet"));
        DATABASE.jdbc().update("UPDATE loan_order SET unknown_since = unknown_since - INTERVAL 1 HOUR");
        PaymentBacklog.Size size = new PaymentBacklog(DATABASE.session(), new SimpleMeterRegistry()).size();
        assertThat(size.unknownOrders()).isEqualTo(1);
        assertThat(size.oldestSeconds()).isBetween(3600L, 3660L);
        assertThat(size.openDiscrepancies()).isEqualTo(1);
    }

    @Test
    void when_the_message_cannot_be_stored_nothing_is() {
        LoanWorld broken = MySqlLoans.world(DATABASE, (order, plan) -> {
            throw new IllegalStateException("no outbox");
        });
        world.activate("B-1", LoanWorld.person(1));
        String orderNo = world.paidOut("B-1", AMOUNT);
        assertThatThrownBy(() -> broken.report(orderNo, "P-1", "SUCCESS", AMOUNT))
                .hasMessage("no outbox");
        assertThat(world.status(orderNo)).isEqualTo(30);
        assertThat(world.borrower("B-1").creditReservedFen()).isEqualTo(AMOUNT);
        assertThat(world.report(orderNo, "P-1", "SUCCESS", AMOUNT).effect()).isEqualTo(PaymentResultView.APPLIED);
    }

    @Test
    void a_refused_loan_out_leaves_no_borrower_behind() {
        String orderNo = world.submit("B-1", LoanWorld.LIMIT_FEN + 1);
        LoanSetting.refused(
                () -> world.loanOut(
                        new LoanOutRequest(world.requestNo(), orderNo, world.activation("B-1", LoanWorld.person(1)))),
                ErrorCodes.CREDIT_INSUFFICIENT,
                "amountFen");
        LoanSetting.refused(() -> world.borrower("B-1"), ErrorCodes.BORROWER_NOT_FOUND, "borrowerNo");
    }

    @Test
    void no_table_holds_a_fact_in_the_clear() {
        world.activate("B-1", LoanWorld.person(1));
        world.loanOut(new LoanOutRequest(
                world.requestNo(), world.submit("B-2", AMOUNT), world.activation("B-2", LoanWorld.person(2))));
        for (String table : DATABASE.tables()) {
            String content = DATABASE.jdbc().queryForList("SELECT * FROM " + table).stream()
                    .flatMap(row -> row.values().stream())
                    .map(value -> value instanceof byte[] bytes
                            ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                            : String.valueOf(value))
                    .collect(Collectors.joining("\n"));
            for (int person = 1; person <= 2; person++) {
                var facts = LoanWorld.person(person);
                assertThat(content)
                        .as(table)
                        .doesNotContain(facts.name(), facts.idNumber(), facts.mobile(), facts.cardNumber());
            }
        }
    }

    private static long secondsUntilQuery(String orderNo) {
        Long seconds = DATABASE.jdbc()
                .queryForObject(
                        "SELECT TIMESTAMPDIFF(SECOND, NOW(3), next_query_at) FROM loan_order WHERE order_no = ?",
                        Long.class,
                        orderNo);
        return seconds == null ? -1 : seconds;
    }

    /** Runs the act in many threads at the same moment and counts the answers; a refusal counts by its code. */
    private static Map<String, Long> together(IntFunction<Object> act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<String>> answers = IntStream.range(0, THREADS)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        try {
                            return String.valueOf(act.apply(i));
                        } catch (Refusal refusal) {
                            return refusal.code().code();
                        }
                    }))
                    .toList();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> answer : answers) {
                outcomes.add(answer.get(60, TimeUnit.SECONDS));
            }
            return outcomes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } finally {
            pool.shutdownNow();
        }
    }
}
