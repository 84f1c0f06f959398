package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.ops.BusinessDateRequest;
import io.jointlending.api.ops.JobRunView;
import io.jointlending.api.ops.JobStatusQuery;
import io.jointlending.api.ops.RunJobRequest;
import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.api.reconciliation.CompareFileRequest;
import io.jointlending.api.reconciliation.DifferenceQuery;
import io.jointlending.api.reconciliation.DifferenceView;
import io.jointlending.api.reconciliation.FileLineRequest;
import io.jointlending.api.reconciliation.FileQuery;
import io.jointlending.api.reconciliation.ImportFileRequest;
import io.jointlending.api.reconciliation.ReconFileView;
import io.jointlending.api.repayment.CollectionAttemptView;
import io.jointlending.api.repayment.CollectionQuery;
import io.jointlending.api.repayment.SandboxCollectionRequest;
import io.jointlending.api.report.AccountingDayQuery;
import io.jointlending.api.report.ChannelOverdueDayView;
import io.jointlending.api.report.ChannelOverdueService;
import io.jointlending.api.report.DailyReportQuery;
import io.jointlending.api.report.DayOverdueQuery;
import io.jointlending.api.report.MonthlyReportQuery;
import io.jointlending.api.report.ReportLineView;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A loan of ten weeks ago lives through its days: collected when it is due, the date closed and reported, the bank's file
 * compared, the next installment overdue at a day end. The calendar comes back to today, so that all closed dates are past.
 */
@ExtendWith(OnPlatform.class)
final class DayEndScenario {
    private static final String REPAYMENT = "repayment-provider";
    private static final String FUND_ROUTER = "fund-router-provider";
    private static final List<String> MOVED = List.of("loan-provider", FUND_ROUTER, REPAYMENT);
    private static final long AMOUNT_FEN = 29_122;

    private final Platform platform;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    DayEndScenario(Platform platform) {
        this.platform = platform;
    }

    @Test
    void an_installment_is_collected_reported_reconciled_and_the_next_one_is_overdue() {
        LocalDate start = today.minusDays(75);
        LocalDate due = start.plusMonths(1);
        try {
            moveTo(start);
            Borrowing borrower = platform.borrower();
            borrower.activate(50_000);
            String orderNo = borrower.submit("LOAN-OWNER-HEXINHOUSE-A", "JOINT-70-30", AMOUNT_FEN, 3)
                    .orderNo();
            borrower.loanOut(orderNo);
            borrower.paid(orderNo, AMOUNT_FEN);
            platform.awaitSubOrders(orderNo);

            moveTo(due);
            collect(orderNo, due);
            moveTo(due.plusDays(1));
            closeAndReport(due);
            reconcile(orderNo, due);
            askForTheFile(orderNo, due);
            job("ledger-audit", due.plusDays(1));
            assertThat(platform.count("SELECT COUNT(*) FROM repayment.audit_finding"))
                    .isZero();

            LocalDate overdue = start.plusMonths(2).plusDays(5);
            moveTo(overdue);
            job("penalty-snapshot", overdue);
            assertThat(platform.count(
                            "SELECT overdue_days FROM repayment.penalty_snapshot WHERE order_no = ? AND business_date = ?",
                            orderNo,
                            overdue))
                    .isEqualTo(5);
            assertThat(platform.calls()
                            .once(
                                    "overdue",
                                    platform.services().consumer().service(ChannelOverdueService.class)::findDayOverdue,
                                    new DayOverdueQuery(overdue))
                            .days())
                    .as("orders that came by no channel")
                    .filteredOn(day -> day.channelCode().equals(ChannelOverdueDayView.NONE))
                    .singleElement()
                    .satisfies(day -> {
                        assertThat(day.orderCount()).isPositive();
                        assertThat(day.overdueFen())
                                .isEqualTo(platform.count(
                                        "SELECT SUM(s.open_principal_fen + s.open_interest_fen + s.open_fee_fen"
                                                + " + s.open_penalty_fen) FROM repayment.penalty_snapshot s"
                                                + " JOIN repayment.ledger l ON l.order_no = s.order_no"
                                                + " WHERE s.business_date = ? AND l.channel_code IS NULL",
                                        overdue));
                    });
            job("skipped-periods", overdue);
            assertThat(platform.count("SELECT COUNT(*) FROM repayment.ledger_alert"))
                    .isZero();

            moveTo(today);
            borrower.repay(orderNo, platform.owed(orderNo), 1);
            platform.awaitStatus(orderNo, 90);
        } finally {
            moveTo(today);
        }
    }

    private void collect(String orderNo, LocalDate due) {
        platform.calls()
                .once(
                        "sandbox",
                        platform.services().sandboxCollections()::setAnswer,
                        new SandboxCollectionRequest(orderNo, "LOST", 1));
        job("collection", due);
        CollectionQuery query = new CollectionQuery(orderNo, due);
        Await.until("the answer that was lost", Platform.ASYNC, () -> attempt(query)
                .status()
                .equals("POSTED"));
        assertThat(attempt(query).amountFen()).isEqualTo(10_000);
        job("collection", due);
        assertThat(platform.ledger(orderNo).installments().get(0).settled().totalFen())
                .as("collected once")
                .isEqualTo(10_000);
    }

    private CollectionAttemptView attempt(CollectionQuery query) {
        return platform.calls().once("attempt", platform.services().collections()::findAttempt, query);
    }

    private void closeAndReport(LocalDate date) {
        job("close-books", date.plusDays(1));
        AccountingDayQuery day = new AccountingDayQuery(date);
        Await.until("the daily lines of " + date, Platform.ASYNC, () -> platform.calls()
                .once("day", platform.services().reports()::findDay, day)
                .status()
                .equals("REPORTED"));
        assertThat(settled("BANK-A", date)).isEqualTo(7_000);
        assertThat(settled("SMALL-LOAN", date)).isEqualTo(3_000);
        String month = date.toString().substring(0, 7);
        assertThat(platform.calls()
                        .once(
                                "month",
                                platform.services().reports()::exportMonthly,
                                new MonthlyReportQuery("BANK-A", month, 1, 200))
                        .content())
                .contains("BANK-A," + month + ",PAYMENT,")
                .contains(",66.94,");
    }

    private long settled(String institutionCode, LocalDate date) {
        return platform
                .calls()
                .once(
                        "daily lines",
                        platform.services().reports()::findDaily,
                        new DailyReportQuery(institutionCode, date, 1, 200))
                .lines()
                .stream()
                .map(ReportLineView::settled)
                .mapToLong(it -> it.principalFen() + it.interestFen() + it.penaltyFen() + it.feeFen())
                .sum();
    }

    /** The bank's file has a fen of interest less than our book. */
    private void reconcile(String orderNo, LocalDate date) {
        String fileNo = platform.number("file");
        String subOrderNo = platform.funding(orderNo).subOrders().get(0).subOrderNo();
        FileLineRequest line = new FileLineRequest(1, subOrderNo, "PAYMENT", 6_694L, 305L, 0L, 0L, null);
        platform.calls()
                .twice(
                        "import",
                        platform.services().reconciliation()::importFile,
                        new ImportFileRequest(
                                platform.number("import"), "BANK-A", fileNo, date, true, 1, List.of(line), "olga"));
        platform.calls()
                .once(
                        "compare",
                        platform.services().reconciliation()::compareFile,
                        new CompareFileRequest(platform.number("compare"), "BANK-A", fileNo, "olga", "olga"));
        Await.until(
                "the comparison", Platform.ASYNC, () -> file(fileNo).status().equals("COMPARED"));
        assertThat(file(fileNo).differences()).isEqualTo(1);
        DifferenceView difference = platform.calls()
                .once(
                        "differences",
                        platform.services().reconciliation()::findDifferences,
                        new DifferenceQuery("BANK-A", date, true, 1, 10))
                .differences()
                .get(0);
        assertThat(difference.kind()).isEqualTo("AMOUNT");
        DifferenceView closed = platform.calls()
                .twice(
                        "close difference",
                        platform.services().reconciliation()::closeDifference,
                        new CloseDifferenceRequest(
                                platform.number("close"),
                                difference.differenceNo(),
                                "FILE_CORRECTED",
                                "the bank rounds each line",
                                "olga"));
        assertThat(closed.differenceNo()).isEqualTo(difference.differenceNo());
    }

    /** The bank was told of the repayment, so the file that it is asked for replaces the other one and says what our book says. */
    private void askForTheFile(String orderNo, LocalDate date) {
        Await.until(
                "the bank is told of the repayment",
                Platform.ASYNC,
                () -> platform.count(
                                "SELECT COUNT(*) FROM fund_router.fund_task WHERE order_no = ? AND behaviour = 'repayment'"
                                        + " AND status = 7",
                                orderNo)
                        == 1);
        job(FUND_ROUTER, "statements", date.plusDays(1));
        String fileNo = "F" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + "-1";
        Await.until(
                "the file of the bank",
                Platform.ASYNC,
                () -> platform.count("SELECT COUNT(*) FROM repayment.recon_file WHERE file_no = ?", fileNo) == 1
                        && file(fileNo).status().equals("RECEIVED"));
        platform.calls()
                .once(
                        "compare",
                        platform.services().reconciliation()::compareFile,
                        new CompareFileRequest(platform.number("compare"), "BANK-A", fileNo, "olga", "olga"));
        Await.until(
                "the comparison", Platform.ASYNC, () -> file(fileNo).status().equals("COMPARED"));
        assertThat(file(fileNo).matched()).isEqualTo(1);
        assertThat(file(fileNo).differences()).isZero();
    }

    private ReconFileView file(String fileNo) {
        return platform.calls()
                .once("file", platform.services().reconciliation()::findFile, new FileQuery("BANK-A", fileNo));
    }

    private void job(String name, LocalDate date) {
        job(REPAYMENT, name, date);
    }

    private void job(String provider, String name, LocalDate date) {
        platform.calls()
                .once(
                        "run " + name,
                        platform.services().jobs(provider)::run,
                        new RunJobRequest(platform.number("run"), name, date, "olga"));
        Await.until(name + " of " + date, Platform.ASYNC, () -> status(provider, name, date)
                .equals("DONE"));
    }

    private String status(String provider, String name, LocalDate date) {
        JobRunView run = platform.calls()
                .once("status", platform.services().jobs(provider)::status, new JobStatusQuery(name, date));
        return run.status();
    }

    private void moveTo(LocalDate date) {
        for (String provider : MOVED) {
            platform.calls()
                    .once(
                            "business date of " + provider,
                            platform.services().development(provider)::setBusinessDate,
                            new BusinessDateRequest(date));
        }
    }
}
