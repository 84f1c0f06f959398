package io.jointlending.repayment.report;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.report.AccountingDayQuery;
import io.jointlending.api.report.AccountingDayView;
import io.jointlending.api.report.CloseDayRequest;
import io.jointlending.api.report.DailyReportQuery;
import io.jointlending.api.report.MonthlyReportQuery;
import io.jointlending.api.report.ReportCsvView;
import io.jointlending.api.report.ReportLineView;
import io.jointlending.api.report.ReportPageView;
import io.jointlending.repayment.StoredRepayments;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing and daily lines on the real tables, with steps so small that every one of them is taken. */
class ReportIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final int LINES_PER_STEP = 3;
    private static final int MOST_STEPS = 200;
    private static final String FIRST = "2601150000000000010042";
    private static final String SECOND = "2601150000000000020042";
    private static final long PRINCIPAL = 1_000_000;
    private static final LocalDate FEBRUARY_15 = START.plusMonths(1);

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final IdempotentCommands commands = IdempotentCommands.stored(DATABASE.transactions(), DATABASE.session());
    private final CloseDay closeDay =
            new CloseDay(DATABASE.session(), DATABASE.transactions(), commands, world.calendar());
    private final MakeDailyLines makeDailyLines =
            new MakeDailyLines(DATABASE.session(), DATABASE.transactions(), commands, LINES_PER_STEP);
    private final ReportRpc reports =
            new ReportRpc(closeDay, makeDailyLines, new FindReports(DATABASE.session()), commands);

    @BeforeEach
    void two_funded_orders() {
        DATABASE.empty();
        world.calendar().move(FEBRUARY_15);
        for (String orderNo : List.of(FIRST, SECOND)) {
            world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 3));
            world.funded(RepaymentWorld.created(orderNo, TestLedgers.composition(orderNo, PRINCIPAL, 7, 2, 1)));
        }
    }

    @AfterEach
    void every_rule_of_closing_and_reports_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void the_lines_of_a_day_are_the_sums_of_its_split_lines() {
        world.repay(FIRST, 360_000);
        world.repay(SECOND, 100_001);
        world.repay(SECOND, 99_999);
        world.calendar().move(FEBRUARY_15.plusDays(1));
        world.repay(FIRST, 5_000);
        close(FEBRUARY_15);
        make(FEBRUARY_15);

        ReportPageView page = daily(FEBRUARY_15, null, 1, 200);

        assertThat(page.complete()).isTrue();
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.lines())
                .extracting(ReportLineView::institutionCode)
                .containsExactly("BANK-1", "BANK-2", "BANK-3");
        for (ReportLineView line : page.lines()) {
            Map<String, Object> sums = DATABASE.jdbc()
                    .queryForMap(
                            """
                            SELECT SUM(settled_principal_fen) AS principal, SUM(settled_interest_fen) AS interest, COUNT(*) AS line_count
                              FROM split_line WHERE institution_code = ? AND booking_date = ?
                            """,
                            line.institutionCode(),
                            FEBRUARY_15);
            assertThat(line.settled().principalFen().toString()).isEqualTo(String.valueOf(sums.get("principal")));
            assertThat(line.settled().interestFen().toString()).isEqualTo(String.valueOf(sums.get("interest")));
            assertThat(line.lines().toString()).isEqualTo(String.valueOf(sums.get("line_count")));
            assertThat(line.events()).isEqualTo(3);
        }
        assertThat(total(page)).isEqualTo(560_000);
    }

    @Test
    void a_month_is_the_sum_of_its_days_and_the_lines_come_out_the_same_again() {
        world.repay(FIRST, 360_000);
        close(FEBRUARY_15);
        make(FEBRUARY_15);
        world.calendar().move(FEBRUARY_15.plusDays(1));
        world.repay(SECOND, 77_777);
        close(FEBRUARY_15.plusDays(1));
        make(FEBRUARY_15.plusDays(1));
        ReportPageView before = daily(FEBRUARY_15, "BANK-2", 1, 200);

        ReportPageView month = month(null);
        assertThat(month.complete())
                .as("other dates of the month are not closed")
                .isFalse();
        assertThat(total(month)).isEqualTo(360_000 + 77_777);

        AccountingDayView again =
                Objects.requireNonNull(reports.remakeDaily(new CloseDayRequest("again-1", FEBRUARY_15, "olga"))
                        .data());
        assertThat(again.status()).isEqualTo("CLOSED");
        assertThatThrownBy(() -> daily(FEBRUARY_15, "BANK-2", 1, 200))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCodes.DAY_NOT_CLOSED));
        make(FEBRUARY_15);
        assertThat(daily(FEBRUARY_15, "BANK-2", 1, 200)).isEqualTo(before);
        assertThat(month(null)).isEqualTo(month);
    }

    @Test
    void the_export_is_csv_in_pages_with_amounts_in_yuan() {
        world.repay(FIRST, 360_000);
        close(FEBRUARY_15);
        make(FEBRUARY_15);

        ReportCsvView first = Objects.requireNonNull(reports.exportDaily(new DailyReportQuery(null, FEBRUARY_15, 1, 2))
                .data());
        ReportCsvView second = Objects.requireNonNull(reports.exportDaily(new DailyReportQuery(null, FEBRUARY_15, 2, 2))
                .data());

        assertThat(first.fileName()).isEqualTo("daily-2026-02-15-all.csv");
        assertThat(first.last()).isFalse();
        assertThat(second.last()).isTrue();
        // interest of the first month 15000.00 at 7:2:1, principal 328383 of installment 1 and the rest in advance
        assertThat(first.content().split("\r\n", -1)[0]).startsWith("institution,period,event_kind,");
        assertThat(first.content().split("\r\n", -1)).hasSize(4);
        assertThat(second.content())
                .startsWith("BANK-3,2026-02-15,PAYMENT,1,2,")
                .endsWith(",0.00\r\n");
    }

    @Test
    void dates_are_closed_in_order_when_they_are_over_and_once() {
        world.repay(FIRST, 1_000);
        assertRefused(() -> reports.closeDay(new CloseDayRequest("today-1", FEBRUARY_15, "olga")));
        world.calendar().move(FEBRUARY_15.plusDays(3));
        assertRefused(() -> reports.closeDay(new CloseDayRequest("later-1", FEBRUARY_15.plusDays(2), "olga")));

        AccountingDayView closed = close(FEBRUARY_15);

        assertThat(closed.status()).isEqualTo("CLOSED");
        assertThat(close(FEBRUARY_15).closedAt()).isEqualTo(closed.closedAt());
        assertThat(closeDay.next(FEBRUARY_15.plusDays(2), "timer")).isEqualTo(FEBRUARY_15.plusDays(1));
        assertThat(closeDay.next(FEBRUARY_15.plusDays(2), "timer")).isEqualTo(FEBRUARY_15.plusDays(2));
        assertThat(closeDay.next(FEBRUARY_15.plusDays(2), "timer")).isNull();
        assertThat(Objects.requireNonNull(reports.findDay(new AccountingDayQuery(FEBRUARY_15.plusDays(9)))
                                .data())
                        .status())
                .isEqualTo("OPEN");
    }

    @Test
    void who_comes_after_the_close_books_on_the_next_date_and_for_the_day_it_is() {
        world.repay(FIRST, 1_000);
        world.calendar().move(FEBRUARY_15.plusDays(1));
        close(FEBRUARY_15);
        world.calendar().move(FEBRUARY_15); // as an instance whose posting began before midnight

        world.repay(FIRST, 2_000);
        assertThat(DATABASE.jdbc().queryForList("SELECT DISTINCT value_date FROM split_line", LocalDate.class))
                .containsExactly(FEBRUARY_15);
        assertThat(DATABASE.jdbc()
                        .queryForList(
                                "SELECT DISTINCT booking_date FROM split_line ORDER BY sequence_no", LocalDate.class))
                .containsExactly(FEBRUARY_15, FEBRUARY_15.plusDays(1));
    }

    @Test
    void closing_waits_for_a_booking_that_holds_the_date() throws Exception {
        world.repay(FIRST, 1_000);
        world.calendar().move(FEBRUARY_15.plusDays(1));
        Ledgers days = new MyBatisLedgers(DATABASE.session());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<LocalDate> booking =
                    threads.submit(() -> DATABASE.transactions().inTransaction(() -> {
                        LocalDate date = days.holdBookingDay(FEBRUARY_15);
                        held.countDown();
                        await(release);
                        return date;
                    }));
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            Future<AccountingDayView> closing = threads.submit(() -> close(FEBRUARY_15));
            assertThatThrownBy(() -> closing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            release.countDown();
            assertThat(booking.get(30, TimeUnit.SECONDS)).isEqualTo(FEBRUARY_15);
            assertThat(closing.get(30, TimeUnit.SECONDS).status()).isEqualTo("CLOSED");
            assertThat(DATABASE.transactions().inTransaction(() -> days.holdBookingDay(FEBRUARY_15)))
                    .isEqualTo(FEBRUARY_15.plusDays(1));
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void two_makers_of_the_same_date_count_no_line_twice() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 10; i++) {
            world.repay(FIRST, 1_000 + i);
            world.repay(SECOND, 2_000 + i);
        }
        close(FEBRUARY_15);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = threads.submit(() -> make(FEBRUARY_15));
            Future<?> other = threads.submit(() -> make(FEBRUARY_15));
            one.get();
            other.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(total(daily(FEBRUARY_15, null, 1, 200))).isEqualTo(10 * 3_000 + 2 * 45);
    }

    private AccountingDayView close(LocalDate date) {
        LocalDate today = world.calendar().today();
        if (!date.isBefore(today)) {
            world.calendar().move(date.plusDays(1));
        }
        return Objects.requireNonNull(
                reports.closeDay(new CloseDayRequest("close-" + date + "-" + System.nanoTime(), date, "olga"))
                        .data());
    }

    private void make(LocalDate date) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (makeDailyLines.step(date)) {
                return;
            }
        }
        throw new AssertionError("not made in " + MOST_STEPS + " steps: " + date);
    }

    private ReportPageView daily(
            LocalDate date, @org.jspecify.annotations.Nullable String institution, int pageNo, int pageSize) {
        return Objects.requireNonNull(reports.findDaily(new DailyReportQuery(institution, date, pageNo, pageSize))
                .data());
    }

    private ReportPageView month(@org.jspecify.annotations.Nullable String institution) {
        return Objects.requireNonNull(reports.findMonthly(new MonthlyReportQuery(institution, "2026-02", 1, 200))
                .data());
    }

    private static long total(ReportPageView page) {
        return page.lines().stream()
                .mapToLong(line -> line.settled().principalFen()
                        + line.settled().interestFen()
                        + line.settled().penaltyFen()
                        + line.settled().feeFen())
                .sum();
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCodes.DAY_NOT_OVER));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody released the booking");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
