package io.jointlending.repayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.report.ChannelOverdueDayView;
import io.jointlending.api.report.ChannelOverdueQuery;
import io.jointlending.api.report.DayOverdueQuery;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.application.OpenLedger;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.repayment.snapshot.application.FindOverdue;
import io.jointlending.repayment.snapshot.application.SnapshotPenalties;
import io.jointlending.repayment.snapshot.domain.PenaltySnapshots;
import io.jointlending.repayment.snapshot.persistence.MyBatisPenaltySnapshots;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.job.JobRunner;
import io.jointlending.support.job.ShardProgress;
import io.jointlending.support.money.Amounts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotPenaltiesIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final LocalDate START = TestLedgers.START;
    private static final long SEED = 20261121;

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final MyBatisLedgers ledgers = new MyBatisLedgers(DATABASE.session());
    private final PenaltySnapshots snapshots = new MyBatisPenaltySnapshots(DATABASE.session());
    private final SnapshotPenalties job = new SnapshotPenalties(snapshots);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void a_snapshot_says_what_a_repayment_of_that_day_would_find_and_leaves_the_ledger_alone() {
        Random random = new Random(SEED);
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String orderNo = order(i, random.nextInt(1024));
            orders.add(orderNo);
            world.calendar().move(START);
            world.activated(TestLedgers.ledger(orderNo, 10_000 + random.nextInt(1_000_000), 1 + random.nextInt(12)));
            terms(orderNo, random);
            for (int k = random.nextInt(5); k > 0; k--) {
                world.calendar().move(world.calendar().today().plusDays(random.nextInt(80)));
                long fen = 1 + random.nextLong(world.quote(orderNo).totalFen() + 100);
                world.repay(orderNo, fen);
            }
        }
        LocalDate date = START.plusDays(150);
        List<Ledger> before = orders.stream().map(this::ledger).toList();

        JobRunner runner = run(date);

        List<String> expected = new ArrayList<>();
        for (Ledger ledger : before) {
            Ledger accrued = ledger.accruedTo(ledger.head().valueDateOn(date));
            for (LedgerInstallment installment : accrued.installments()) {
                if (installment.dueDate().isBefore(date) && !installment.open().equals(Amounts.ZERO)) {
                    expected.add(text(ledger, installment));
                }
            }
        }
        assertThat(stored(date)).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(orders.stream().map(this::ledger)).containsExactlyElementsOf(before);
        assertThat(runner.progress(job, date).stream()
                        .mapToLong(ShardProgress::doneRows)
                        .sum())
                .isEqualTo(expected.size());
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @Test
    void batches_end_between_orders_and_every_overdue_installment_is_taken_once() {
        for (int i = 0; i < 12; i++) {
            world.activated(TestLedgers.ledger(order(i, 42), 12_000_000, 120));
        }
        LocalDate date = START.plusYears(11);
        run(date);
        run(date);
        assertThat(stored(date)).hasSize(12 * 120);
        run(date.plusDays(1));
        assertThat(stored(date.plusDays(1))).hasSize(12 * 120);
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @Test
    void what_is_overdue_is_summed_up_by_channel_and_day_as_the_snapshot_has_it() {
        LocalDate date = START.plusDays(40);
        OpenLedger opening = new OpenLedger(ledgers, DATABASE.transactions());
        for (int i = 0; i < 30; i++) {
            Ledger ledger = TestLedgers.ledger(order(i, i * 7), 100_000 + i, i % 5 == 4 ? 1 : 6);
            opening.run(RepaymentWorld.activation(ledger, i % 3 == 0 ? null : i % 3 == 1 ? "APP-MAIN" : "PARTNER-A"));
        }
        world.calendar().move(date);
        world.repay(order(1, 7), world.quote(order(1, 7)).totalFen());

        run(date);
        run(date);
        run(date.plusDays(31));

        FindOverdue find = new FindOverdue(snapshots);
        assertThat(find.ofDay(new DayOverdueQuery(date)).days())
                .extracting(day -> day.channelCode() + " " + day.orderCount() + " " + day.overdueFen())
                .isEqualTo(sums(date))
                .hasSize(3)
                .element(1)
                .asString()
                .as("the order that was repaid is not overdue")
                .startsWith("APP-MAIN 9 ");
        assertThat(find.ofChannel(new ChannelOverdueQuery("PARTNER-A", date, date.plusDays(31)))
                        .days())
                .extracting(ChannelOverdueDayView::businessDate)
                .containsExactly(date, date.plusDays(31));
        assertThat(find.ofDay(new DayOverdueQuery(date.plusDays(31))).days())
                .extracting(day -> day.channelCode() + " " + day.orderCount() + " " + day.overdueFen())
                .isEqualTo(sums(date.plusDays(31)));
        assertThat(find.ofChannel(new ChannelOverdueQuery("OTHER", date, date)).days())
                .isEmpty();
        assertThatThrownBy(() -> find.ofChannel(new ChannelOverdueQuery("OTHER", date, date.minusDays(1))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("toDate"));
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    /** The rows of the snapshot, summed up by another way. */
    private static List<String> sums(LocalDate date) {
        return DATABASE.jdbc()
                .queryForList(
                        "SELECT CONCAT(COALESCE(l.channel_code, '(none)'), ' ', COUNT(DISTINCT s.order_no), ' ',"
                                + " SUM(s.open_principal_fen + s.open_interest_fen + s.open_fee_fen + s.open_penalty_fen))"
                                + " FROM penalty_snapshot s JOIN ledger l ON l.order_no = s.order_no"
                                + " WHERE s.business_date = ? GROUP BY l.channel_code"
                                + " ORDER BY COALESCE(l.channel_code, '(none)')",
                        String.class,
                        date);
    }

    /** Terms that no product of the tests has: interest counts too, and penalty has a cap. */
    private static void terms(String orderNo, Random random) {
        DATABASE.jdbc()
                .update(
                        "UPDATE ledger SET penalty_basis = ?, penalty_cap_rate = ? WHERE order_no = ?",
                        random.nextBoolean() ? "PRINCIPAL" : "PRINCIPAL_AND_INTEREST",
                        random.nextBoolean() ? null : "0.02",
                        orderNo);
    }

    private JobRunner run(LocalDate date) {
        JobRunner runner = new JobRunner(
                List.of(job),
                DATABASE.transactions(),
                DATABASE.session(),
                "it",
                world.calendar(),
                new SimpleMeterRegistry(),
                1,
                false);
        runner.start(job, date, "tester");
        while (runner.work() > 0) {
            assertThat(runner.progress(job, date))
                    .allSatisfy(shard -> assertThat(shard.lastError()).isNull());
        }
        assertThat(runner.progress(job, date)).hasSize(job.shards()).allMatch(ShardProgress::done);
        return runner;
    }

    private Ledger ledger(String orderNo) {
        return DATABASE.transactions()
                .inTransaction(() -> ledgers.find(orderNo))
                .orElseThrow();
    }

    private static String text(Ledger ledger, LedgerInstallment installment) {
        Amounts open = installment.open();
        return String.join(
                " ",
                ledger.head().orderNo(),
                "" + installment.installmentNo(),
                "v" + ledger.head().ledgerVersion(),
                installment.dueDate().toString(),
                "" + open.principalFen(),
                "" + open.interestFen(),
                "" + open.feeFen(),
                "" + installment.due().penaltyFen(),
                "" + open.penaltyFen());
    }

    private static List<String> stored(LocalDate date) {
        return DATABASE.jdbc()
                .queryForList(
                        """
                        SELECT CONCAT_WS(' ', order_no, installment_no, CONCAT('v', ledger_version), due_date,
                               open_principal_fen, open_interest_fen, open_fee_fen, penalty_fen, open_penalty_fen)
                          FROM penalty_snapshot WHERE business_date = ?
                        """,
                        String.class,
                        date);
    }

    private static String order(int number, int gene) {
        return String.format(Locale.ROOT, "260115%012d%04d", number, gene);
    }
}
