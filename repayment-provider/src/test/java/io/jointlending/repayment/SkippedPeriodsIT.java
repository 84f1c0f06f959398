package io.jointlending.repayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.RpcResult;
import io.jointlending.api.repayment.ReverseRequest;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.guard.application.CheckSkippedPeriods;
import io.jointlending.repayment.guard.persistence.MyBatisLedgerAlerts;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.job.Job;
import io.jointlending.support.job.Slice;
import io.jointlending.support.job.Step;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SkippedPeriodsIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 2, 15);
    private static final long SEED = 15;

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Job job = new CheckSkippedPeriods(
                    new MyBatisLedgerAlerts(DATABASE.session(), meters),
                    new MyBatisLedgers(DATABASE.session()),
                    DATABASE.transactions())
            .job();

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void repayments_of_any_kind_skip_nothing() {
        Random random = new Random(SEED);
        for (int i = 1; i <= 60; i++) {
            world.calendar().move(TestLedgers.START);
            String orderNo = order(i);
            world.activated(TestLedgers.ledger(orderNo, 1_000 + random.nextInt(1_000_000), 1 + random.nextInt(12)));
            for (int k = random.nextInt(8); k > 0; k--) {
                world.calendar().move(world.calendar().today().plusDays(random.nextInt(60)));
                world.repay(orderNo, 1 + random.nextInt(400_000));
            }
        }
        check(TestLedgers.START.plusDays(300));
        assertThat(alerts()).as("seed %d", SEED).isEmpty();
    }

    @Test
    void a_later_installment_that_was_settled_past_an_earlier_one_is_reported_once() {
        String orderNo = order(1);
        world.activated(TestLedgers.ledger(orderNo, 1_000_000, 12));
        world.calendar().move(FIRST_DUE.plusDays(2));
        world.repay(orderNo, 91_680); // the first
        world.repay(orderNo, 100); // of the second, in advance
        check(world.calendar().today());
        assertThat(alerts()).isEmpty();

        owedMore(orderNo, 5);
        check(world.calendar().today());
        check(world.calendar().today());
        assertThat(alerts()).containsExactly("1 2 event 2 settled installment 2 and left 5 fen of installment 1 open");
        assertThat(meters.get("jl.ledger.alerts").gauge().value()).isEqualTo(1);
    }

    @Test
    void what_was_paid_in_advance_before_the_earlier_one_fell_due_is_no_skip() {
        String orderNo = order(1);
        world.activated(TestLedgers.ledger(orderNo, 1_000_000, 12));
        world.calendar().move(FIRST_DUE.minusDays(3));
        world.repay(orderNo, 91_680 + 100);
        owedMore(orderNo, 5);
        check(FIRST_DUE.plusDays(10));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void an_earlier_one_whose_repayment_bounced_is_no_skip() {
        String orderNo = order(1);
        world.activated(TestLedgers.ledger(orderNo, 1_000_000, 12));
        world.calendar().move(FIRST_DUE);
        String bounced = world.repay(orderNo, 91_680).repaymentNo();
        world.calendar().move(FIRST_DUE.plusMonths(1));
        world.repay(orderNo, 91_680);
        RpcResult<?> reversed =
                world.service().reverse(new ReverseRequest("v-1", orderNo, bounced, "li", "bounced", null));
        assertThat(reversed.success()).isTrue();
        assertThat(world.quote(orderNo).installments().get(0).installmentNo()).isEqualTo(1);
        check(world.calendar().today().plusDays(1));
        assertThat(alerts()).isEmpty();
    }

    /** As a broken writer would leave it: the first installment was owed more all the time, the last one less. */
    private static void owedMore(String orderNo, int fen) {
        assertThat(DATABASE.jdbc()
                        .update(
                                "UPDATE ledger_installment SET due_principal_fen = due_principal_fen"
                                        + " + CASE installment_no WHEN 1 THEN ? ELSE -? END"
                                        + " WHERE order_no = ? AND installment_no IN (1, 12)",
                                fen,
                                fen,
                                orderNo))
                .isEqualTo(2);
    }

    private void check(LocalDate day) {
        for (int shard = 0; shard < job.shards(); shard++) {
            Step step = Step.next("", 0);
            while (!step.last()) {
                step = job.step(new Slice(day, shard, job.shards(), step.cursor()));
            }
        }
    }

    private static List<String> alerts() {
        return DATABASE.jdbc()
                .queryForList(
                        "SELECT CONCAT_WS(' ', installment_no, sequence_no, detail) FROM ledger_alert", String.class);
    }

    private static String order(int number) {
        return String.format(Locale.ROOT, "260115%012d%04d", number, number * 17 % 1024);
    }
}
