package io.jointlending.repayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.due.persistence.MyBatisDueOrders;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.repayment.ledger.application.OpenLedger;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.repayment.quote.application.ComputeQuote;
import io.jointlending.repayment.quote.application.PrecomputeQuotes;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.quote.application.StoredQuotes;
import io.jointlending.repayment.quote.persistence.MyBatisStoredQuotes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.JobRunner;
import io.jointlending.support.job.ShardProgress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuoteCacheIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final LocalDate DUE = LocalDate.of(2026, 2, 15);
    private static final String ORDER = order(1, 42);

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final MyBatisLedgers ledgers = new MyBatisLedgers(DATABASE.session());
    private final StoredQuotes stored = new MyBatisStoredQuotes(DATABASE.session());
    private final ComputeQuote compute = new ComputeQuote(ledgers, DATABASE.transactions());
    private final QuoteRepayment quotes = instance();
    private final QuoteRepayment otherInstance = instance();

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void a_quote_is_computed_once_for_a_version_and_a_day_and_never_stale_in_any_instance() {
        world.activated(TestLedgers.ledger(ORDER, 1_000_000, 12));
        world.calendar().move(DUE.plusDays(10));
        QuoteView first = quotes.run(ORDER);
        assertThat(quotes.run(ORDER)).isSameAs(first);
        assertThat(otherInstance.run(ORDER)).isEqualTo(first);
        assertThat(quotes.computed()).isEqualTo(1);
        assertThat(quotes.asked()).isEqualTo(2);

        world.repay(ORDER, 1);
        assertThat(quotes.run(ORDER).totalFen()).isEqualTo(first.totalFen() - 1);
        assertThat(otherInstance.run(ORDER).totalFen()).isEqualTo(first.totalFen() - 1);

        world.calendar().move(DUE.plusDays(11));
        assertThat(quotes.run(ORDER).businessDate()).isEqualTo(DUE.plusDays(11));
        assertThat(quotes.run(ORDER).quoteToken()).isEqualTo("v2-2026-02-26");
        assertThat(quotes.computed()).isEqualTo(3);
    }

    @Test
    void callers_at_the_same_time_wait_for_one_computation() throws Exception {
        List<String> orders = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            orders.add(order(i, i));
            world.activated(TestLedgers.ledger(order(i, i), 1_000_000, 60));
        }
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<QuoteView>> answers = new ArrayList<>();
            for (String orderNo : orders) {
                for (int i = 0; i < 32; i++) {
                    answers.add(CompletableFuture.supplyAsync(() -> quotes.run(orderNo), pool));
                }
            }
            Set<QuoteView> distinct = new HashSet<>();
            for (CompletableFuture<QuoteView> answer : answers) {
                distinct.add(answer.get(60, TimeUnit.SECONDS));
            }
            assertThat(distinct).hasSize(20);
            assertThat(quotes.computed()).isEqualTo(20);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void an_order_that_is_not_active_is_refused_each_time_and_quoted_once_it_is() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> quotes.run(ORDER))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(ErrorCodes.LEDGER_NOT_FOUND));
        }
        world.activated(TestLedgers.ledger(ORDER, 1_000_000, 12));
        assertThat(quotes.run(ORDER).totalFen()).isPositive();
    }

    @Test
    void orders_due_today_are_computed_ahead_for_every_instance_and_the_others_are_not() {
        String later = order(2, 7);
        String settled = order(3, 1023);
        world.activated(TestLedgers.ledger(ORDER, 1_000_000, 12));
        world.activated(TestLedgers.ledger(later, 1_000_000, 12));
        world.activated(TestLedgers.ledger(settled, 1_000_000, 12));
        DATABASE.jdbc()
                .update(
                        "UPDATE ledger_installment SET due_date = due_date + INTERVAL 1 DAY,"
                                + " penalty_since = penalty_since + INTERVAL 1 DAY WHERE order_no = ?",
                        later);
        world.calendar().move(DUE);
        world.repay(settled, world.quote(settled).totalFen());

        Job job = PrecomputeQuotes.job(
                new MyBatisDueOrders(DATABASE.session()), compute, stored, DATABASE.transactions());
        JobRunner runner = new JobRunner(
                List.of(job),
                DATABASE.transactions(),
                DATABASE.session(),
                "it",
                world.calendar(),
                new SimpleMeterRegistry(),
                1,
                false);
        runner.start(job, DUE, "tester");
        while (runner.work() > 0) {
            assertThat(runner.progress(job, DUE))
                    .allSatisfy(shard -> assertThat(shard.failures()).isZero());
        }
        assertThat(runner.progress(job, DUE)).hasSize(16).allMatch(ShardProgress::done);
        assertThat(DATABASE.jdbc().queryForList("SELECT order_no FROM quote_precomputed", String.class))
                .containsExactly(ORDER);

        QuoteView expected = world.quote(ORDER);
        assertThat(quotes.run(ORDER)).isEqualTo(expected);
        assertThat(otherInstance.run(ORDER)).isEqualTo(expected);
        assertThat(quotes.computed() + otherInstance.computed()).isZero();
        world.repay(ORDER, 100);
        assertThat(quotes.run(ORDER).totalFen()).isEqualTo(expected.totalFen() - 100);
        assertThat(quotes.computed()).isEqualTo(1);
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    private QuoteRepayment instance() {
        OpenLedger openLedger = new OpenLedger(ledgers, DATABASE.transactions());
        return new QuoteRepayment(
                new EnsureLedger(ledgers, openLedger, world.loans()), stored, compute, world.calendar());
    }

    private static String order(int number, int gene) {
        return String.format(Locale.ROOT, "260115%012d%04d", number, gene);
    }
}
