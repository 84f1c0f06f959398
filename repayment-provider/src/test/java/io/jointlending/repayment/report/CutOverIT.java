package io.jointlending.repayment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.ReverseRequest;
import io.jointlending.api.report.CloseDayRequest;
import io.jointlending.api.report.DailyReportQuery;
import io.jointlending.api.report.MonthlyReportQuery;
import io.jointlending.api.report.ReportLineView;
import io.jointlending.api.report.ReportPageView;
import io.jointlending.repayment.StoredRepayments;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rule 14, the cut-over: reports use the booking date only, lines are never re-dated, a reversal belongs to its own booking
 * date, and no line on a closed date is written after its close, however many book while dates are closed.
 */
class CutOverIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final LocalDate FEBRUARY_28 = LocalDate.of(2026, 2, 28);
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final long PRINCIPAL = 1_000_000;
    private static final int THREADS = 6;
    private static final int DATES = 12;

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final IdempotentCommands commands = IdempotentCommands.stored(DATABASE.transactions(), DATABASE.session());
    private final MakeDailyLines lines = new MakeDailyLines(DATABASE.session(), DATABASE.transactions(), commands);
    private final FindReports reports = new FindReports(DATABASE.session());

    @BeforeEach
    void empty() {
        DATABASE.empty();
        world.calendar().move(FEBRUARY_28);
    }

    @AfterEach
    void every_rule_of_the_books_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void a_reversal_in_the_next_month_makes_that_month_negative_and_leaves_the_closed_one() {
        String orderNo = order(1, true);
        RepaymentView repaid = world.repay(orderNo, 20_000);
        close(FEBRUARY_28);
        ReportPageView february = month("2026-02");
        assertThat(total(february)).isEqualTo(20_000);

        world.calendar().move(MARCH_1);
        world.service().reverse(new ReverseRequest("bounced-1", orderNo, repaid.repaymentNo(), null, "bounced", null));
        close(MARCH_1);

        assertThat(month("2026-02").lines()).isEqualTo(february.lines());
        assertThat(total(month("2026-03"))).isEqualTo(-20_000);
        assertThat(daily(MARCH_1).lines()).extracting(ReportLineView::eventKind).containsOnly("REVERSAL");
        assertThat(bookingDates(orderNo)).containsExactly(FEBRUARY_28, MARCH_1);
    }

    @Test
    void what_is_split_late_is_booked_on_the_day_of_the_split_for_the_day_of_the_repayment() {
        String orderNo = order(1, false);
        world.repay(orderNo, 20_000);
        close(FEBRUARY_28);
        assertThat(daily(FEBRUARY_28).lines())
                .as("no institution has a part yet")
                .isEmpty();

        world.calendar().move(MARCH_1);
        fund(orderNo);
        close(MARCH_1);

        assertThat(total(daily(MARCH_1))).isEqualTo(20_000);
        assertThat(daily(FEBRUARY_28).lines()).isEmpty();
        assertThat(bookingDates(orderNo)).containsExactly(MARCH_1);
        assertThat(DATABASE.jdbc().queryForList("SELECT DISTINCT value_date FROM split_line", LocalDate.class))
                .containsExactly(FEBRUARY_28);
    }

    /** Bookings of instances whose clocks are a day apart, while one date after the other is closed and reported. */
    @Test
    void no_line_is_written_on_a_closed_date_while_many_book_and_dates_are_closed() throws Exception {
        List<String> orders = new ArrayList<>();
        for (int i = 1; i <= THREADS; i++) {
            orders.add(order(i, true));
        }
        AtomicBoolean closing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> bookings = new ArrayList<>();
        List<RepaymentWorld> instances = List.of(world, StoredRepayments.on(DATABASE));
        instances.get(1).calendar().move(FEBRUARY_28);
        try {
            for (String orderNo : orders) {
                bookings.add(threads.submit(() -> book(orderNo, instances, closing)));
            }
            for (int day = 1; day <= DATES; day++) {
                instances.get(0).calendar().move(FEBRUARY_28.plusDays(day));
                close(FEBRUARY_28.plusDays(day - 1L));
                instances.get(1).calendar().move(FEBRUARY_28.plusDays(day));
            }
            closing.set(false);
            long booked = 0;
            for (Future<Integer> booking : bookings) {
                booked += booking.get(60, TimeUnit.SECONDS);
            }
            assertThat(booked).as("bookings meanwhile").isGreaterThan(DATES);
        } finally {
            closing.set(false);
            threads.shutdownNow();
        }
        close(FEBRUARY_28.plusDays(DATES));

        assertThat(
                        count(
                                """
                        SELECT COUNT(*) FROM split_line x JOIN accounting_day d ON d.business_date = x.booking_date
                         WHERE x.created_at > d.closed_at
                        """))
                .as("lines written after the close of their date")
                .isZero();
        long reported = 0;
        for (int day = 0; day <= DATES; day++) {
            reported += total(daily(FEBRUARY_28.plusDays(day)));
        }
        assertThat(reported)
                .as("the closed dates report every line once")
                .isEqualTo(
                        count(
                                """
                        SELECT SUM(settled_penalty_fen + settled_fee_fen + settled_interest_fen + settled_principal_fen) FROM split_line
                        """));
        assertThat(count("SELECT COUNT(DISTINCT booking_date) FROM split_line"))
                .as("dates that were booked on")
                .isGreaterThan(2);
    }

    private static int book(String orderNo, List<RepaymentWorld> instances, AtomicBoolean closing) {
        int booked = 0;
        while (closing.get()) {
            String number = orderNo + "-" + booked;
            instances.get(booked % instances.size()).repay(new RepayRequest(number, orderNo, 7L, number, null, null));
            booked++;
        }
        return booked;
    }

    private String order(int number, boolean funded) {
        String orderNo = String.format(Locale.ROOT, "260115%012d0042", number);
        world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 3));
        if (funded) {
            fund(orderNo);
        }
        return orderNo;
    }

    private void fund(String orderNo) {
        world.funded(RepaymentWorld.created(orderNo, TestLedgers.composition(orderNo, PRINCIPAL, 7, 3)));
    }

    private void close(LocalDate date) {
        if (!date.isBefore(world.calendar().today())) {
            world.calendar().move(date.plusDays(1));
        }
        new CloseDay(DATABASE.session(), DATABASE.transactions(), commands, world.calendar())
                .run(new CloseDayRequest("close-" + date, date, "olga"));
        for (int step = 0; !lines.step(date); step++) {
            assertThat(step).as("steps of %s", date).isLessThan(500);
        }
    }

    private ReportPageView daily(LocalDate date) {
        return reports.daily(new DailyReportQuery(null, date, 1, 200));
    }

    private ReportPageView month(String month) {
        return reports.monthly(new MonthlyReportQuery(null, month, 1, 200));
    }

    private static long total(ReportPageView page) {
        return page.lines().stream()
                .mapToLong(line -> line.settled().principalFen()
                        + line.settled().interestFen()
                        + line.settled().penaltyFen()
                        + line.settled().feeFen())
                .sum();
    }

    private static List<LocalDate> bookingDates(String orderNo) {
        return DATABASE.jdbc()
                .queryForList(
                        "SELECT DISTINCT booking_date FROM split_line WHERE order_no = ? ORDER BY booking_date",
                        LocalDate.class,
                        orderNo);
    }

    private static long count(String sql) {
        return Objects.requireNonNull(DATABASE.jdbc().queryForObject(sql, Long.class));
    }
}
