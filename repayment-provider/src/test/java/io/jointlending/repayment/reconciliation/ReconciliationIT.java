package io.jointlending.repayment.reconciliation;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.StatementPage;
import io.jointlending.api.reconciliation.AssignDifferenceRequest;
import io.jointlending.api.reconciliation.CloseDifferenceRequest;
import io.jointlending.api.reconciliation.CompareFileRequest;
import io.jointlending.api.reconciliation.DifferenceQuery;
import io.jointlending.api.reconciliation.DifferenceView;
import io.jointlending.api.reconciliation.FileLineRequest;
import io.jointlending.api.reconciliation.FileQuery;
import io.jointlending.api.reconciliation.ImportFileRequest;
import io.jointlending.api.reconciliation.ReconFileView;
import io.jointlending.repayment.StoredRepayments;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of one institution against the book on the real tables, with pages so small that every kind of page is taken. */
class ReconciliationIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final int PAGE = 2;
    private static final int MOST_STEPS = 200;
    private static final String BANK = "BANK-1";
    private static final long PRINCIPAL = 1_000_000;
    private static final LocalDate DAY = START.plusMonths(1);
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final IdempotentCommands commands = IdempotentCommands.stored(DATABASE.transactions(), DATABASE.session());
    private final CompareFile compareFile =
            new CompareFile(DATABASE.session(), DATABASE.transactions(), commands, world.calendar(), PAGE);
    private final ReceiveFile receiveFile = new ReceiveFile(DATABASE.session(), commands, world.calendar());
    private final ReconciliationRpc service = new ReconciliationRpc(
            receiveFile,
            compareFile,
            new Differences(DATABASE.session(), commands, world.calendar()),
            DATABASE.session(),
            commands);
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void five_orders_repaid() {
        DATABASE.empty();
        world.calendar().move(DAY);
        for (int i = 1; i <= 5; i++) {
            world.activated(TestLedgers.ledger(order(i), PRINCIPAL, 3));
            world.funded(RepaymentWorld.created(order(i), TestLedgers.composition(order(i), PRINCIPAL, 7, 3)));
            world.repay(order(i), 10_000L * i);
        }
        world.repay(order(1), 123_456);
    }

    @AfterEach
    void every_rule_of_reconciliation_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void a_file_of_our_own_lines_has_no_difference() {
        close(DAY);
        receive("F1", DAY, book(DAY));

        ReconFileView file = compare("F1");

        assertThat(file.status()).isEqualTo("COMPARED");
        assertThat(file.matched()).isEqualTo(6);
        assertThat(file.bookLines()).isEqualTo(6);
        assertThat(file.differences()).isZero();
    }

    @Test
    void pages_that_the_institution_was_asked_for_make_its_file_whatever_comes_again() {
        close(DAY);
        List<FileLineRequest> lines = book(DAY);
        List<FileLineRequest> first = lines.subList(0, 4);
        List<FileLineRequest> second = lines.subList(4, 6);

        assertThatThrownBy(() -> take("S1", true, second))
                .as("the last page before the first")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCodes.FILE_STATE));
        take("S1", false, first);
        take("S1", false, first);
        take("S1", true, second);
        take("S1", true, second);

        ReconFileView file = compare("S1");
        assertThat(file.lines()).isEqualTo(6);
        assertThat(file.matched()).isEqualTo(6);
        assertThat(file.differences()).isZero();
        take("S1", true, second);
        assertThat(file("S1").lines()).isEqualTo(6);
    }

    private void take(String fileNo, boolean last, List<FileLineRequest> lines) {
        DATABASE.transactions()
                .inTransaction(() ->
                        receiveFile.take(new StatementPage(BANK, fileNo, DAY, last, 6, List.copyOf(lines), "T1")));
    }

    @Test
    void missing_extra_amount_and_status_are_found_with_both_sides() {
        close(DAY);
        List<FileLineRequest> lines = book(DAY);
        lines.removeIf(line -> line.subOrderNo().equals(subOrder(2)));
        change(lines, subOrder(3), 1, "ACTIVE");
        change(lines, subOrder(4), 0, "SETTLED");
        lines.add(new FileLineRequest(90, "UNKNOWN-1", "PAYMENT", 5L, 0L, 0L, 0L, "ACTIVE"));
        lines.add(new FileLineRequest(91, subOrder(5), "WAIVER", 0L, 3L, 0L, 0L, null));
        receive("F1", DAY, lines);

        ReconFileView file = compare("F1");

        assertThat(file.matched()).isEqualTo(4);
        assertThat(open())
                .extracting(DifferenceView::kind, DifferenceView::subOrderNo)
                .containsExactlyInAnyOrder(
                        tuple("MISSING", subOrder(2)),
                        tuple("AMOUNT", subOrder(3)),
                        tuple("STATUS", subOrder(4)),
                        tuple("EXTRA", "UNKNOWN-1"),
                        tuple("EXTRA", subOrder(5)));
        DifferenceView amount = one("AMOUNT");
        assertThat(Objects.requireNonNull(amount.file()).interestFen())
                .isEqualTo(Objects.requireNonNull(amount.book()).interestFen() + 1);
        assertThat(one("STATUS").bookStatus()).isEqualTo("ACTIVE");
        assertThat(one("MISSING").owner()).isEqualTo("team-a");
    }

    @Test
    void the_status_is_that_at_the_end_of_the_date() {
        world.calendar().move(NEXT_DAY);
        world.repay(order(5), world.quote(order(5)).totalFen());
        close(DAY);
        close(NEXT_DAY);
        List<FileLineRequest> first = book(DAY);
        change(first, subOrder(5), 0, "ACTIVE");
        receive("F1", DAY, first);
        List<FileLineRequest> second = book(NEXT_DAY);
        change(second, subOrder(5), 0, "SETTLED");
        receive("F2", NEXT_DAY, second);

        assertThat(compare("F1").differences()).isZero();
        assertThat(compare("F2").differences()).isZero();
    }

    @Test
    void a_line_of_the_neighbouring_date_is_cross_day_on_both_dates() {
        close(DAY);
        List<FileLineRequest> lines = book(DAY);
        FileLineRequest late = lines.stream()
                .filter(line -> line.subOrderNo().equals(subOrder(4)))
                .findFirst()
                .orElseThrow();
        lines.remove(late);
        receive("F1", DAY, lines);
        compare("F1");
        assertThat(open()).extracting(DifferenceView::kind).containsExactly("MISSING");

        world.calendar().move(NEXT_DAY.plusDays(1));
        close(NEXT_DAY);
        receive("F2", NEXT_DAY, List.of(late));
        compare("F2");

        assertThat(open()).extracting(DifferenceView::kind).containsExactly("CROSS_DAY", "CROSS_DAY");
        assertThat(open()).extracting(DifferenceView::counterDate).containsExactly(NEXT_DAY, DAY);
        assertThat(open()).extracting(DifferenceView::ageDays).containsExactly(1, 0);
    }

    @Test
    void a_file_comes_in_pages_once_each_and_only_as_long_as_it_is_not_complete() {
        List<FileLineRequest> lines = book(DAY);
        send("F1", DAY, lines.subList(0, 3), false, 6);
        send("F1", DAY, lines.subList(0, 3), false, 6);
        refused(ErrorCodes.FILE_STATE, () -> send("F1", DAY, lines.subList(3, 5), true, 6));
        refused(ErrorCodes.FILE_STATE, () -> send("F1", NEXT_DAY, lines.subList(3, 6), true, 6));
        List<FileLineRequest> changed = new ArrayList<>(lines.subList(0, 1));
        change(changed, changed.get(0).subOrderNo(), 1, "ACTIVE");
        refused(ErrorCodes.FILE_STATE, () -> send("F1", DAY, changed, false, 6));
        refused(ErrorCodes.FILE_STATE, () -> compareCommand("F1"));

        assertThat(send("F1", DAY, lines.subList(3, 6), true, 6).status()).isEqualTo("RECEIVED");
        refused(ErrorCodes.FILE_STATE, () -> send("F1", DAY, List.of(), true, 6));
        refused(ErrorCodes.DAY_NOT_CLOSED, () -> compareCommand("F1"));
        refused(ErrorCodes.FILE_NOT_FOUND, () -> compareCommand("F9"));
    }

    @Test
    void a_later_file_for_the_date_replaces_the_earlier_one_and_its_differences() {
        close(DAY);
        receive("F1", DAY, List.of());
        assertThat(compare("F1").differences()).isEqualTo(6);

        receive("F2", DAY, book(DAY));

        assertThat(file("F1").status()).isEqualTo("REPLACED");
        assertThat(open()).isEmpty();
        assertThat(compare("F2").differences()).isZero();
        refused(ErrorCodes.FILE_STATE, () -> compareCommand("F1"));
    }

    @Test
    void a_difference_is_assigned_and_closed_once_by_a_person_with_a_reason() {
        close(DAY);
        List<FileLineRequest> lines = book(DAY);
        lines.removeIf(line -> line.subOrderNo().equals(subOrder(2)));
        receive("F1", DAY, lines);
        compare("F1");
        String number = one("MISSING").differenceNo();

        service.assignDifference(new AssignDifferenceRequest(request(), number, "team-b", "olga"));
        world.calendar().move(world.calendar().today().plusDays(4));
        assertThat(one("MISSING").owner()).isEqualTo("team-b");
        assertThat(one("MISSING").ageDays()).isEqualTo(4);
        CloseDifferenceRequest close =
                new CloseDifferenceRequest(request(), number, "FILE_CORRECTED", "came by letter", "olga");
        DifferenceView closed =
                Objects.requireNonNull(service.closeDifference(close).data());

        assertThat(closed.status()).isEqualTo("CLOSED");
        assertThat(closed.closedBy()).isEqualTo("olga");
        assertThat(service.closeDifference(close).data()).isEqualTo(closed);
        assertThat(open()).isEmpty();
        refused(
                ErrorCodes.DIFFERENCE_CLOSED,
                () -> service.closeDifference(new CloseDifferenceRequest(request(), number, "OTHER", "again", "olga")));
        refused(
                ErrorCodes.DIFFERENCE_NOT_FOUND,
                () -> service.closeDifference(new CloseDifferenceRequest(request(), "999999", "OTHER", "x", "olga")));
    }

    @Test
    void the_job_compares_what_nobody_has_started() {
        close(DAY);
        receive("F1", DAY, book(DAY));
        receive("F3", DAY.plusDays(5), List.of());
        ReconcileReceived job = new ReconcileReceived(compareFile);

        assertThat(compareFile.startNext(job.name())).isTrue();
        assertThat(compareFile.startNext(job.name()))
                .as("the date of F3 is open")
                .isFalse();
        work();

        assertThat(file("F1").status()).isEqualTo("COMPARED");
        assertThat(file("F3").status()).isEqualTo("RECEIVED");
    }

    private static String order(int i) {
        return "26011500000000000" + i + "0042";
    }

    private static String subOrder(int i) {
        return order(i) + "-1";
    }

    private String request() {
        return "recon-" + requests.incrementAndGet();
    }

    /** What a bank with our book would send. */
    private List<FileLineRequest> book(LocalDate date) {
        AtomicInteger number = new AtomicInteger();
        return new ArrayList<>(DATABASE.jdbc()
                .query(
                        """
                        SELECT sub_order_no, event_kind, SUM(settled_principal_fen), SUM(settled_interest_fen),
                               SUM(settled_penalty_fen), SUM(settled_fee_fen)
                          FROM split_line WHERE institution_code = ? AND booking_date = ?
                         GROUP BY sub_order_no, sequence_no, event_kind
                        """,
                        (row, i) -> new FileLineRequest(
                                number.incrementAndGet(),
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                null),
                        BANK,
                        date));
    }

    private static void change(List<FileLineRequest> lines, String subOrderNo, long moreInterest, String status) {
        lines.replaceAll(line -> line.subOrderNo().equals(subOrderNo)
                ? new FileLineRequest(
                        line.lineNo(),
                        subOrderNo,
                        line.eventKind(),
                        line.principalFen(),
                        line.interestFen() + moreInterest,
                        line.penaltyFen(),
                        line.feeFen(),
                        status)
                : line);
    }

    private void close(LocalDate date) {
        if (!world.calendar().today().isAfter(date)) {
            world.calendar().move(date.plusDays(1));
        }
        DATABASE.jdbc()
                .update(
                        "UPDATE accounting_day SET closed_at = CURRENT_TIMESTAMP(3), closed_by = 'olga' WHERE business_date = ?",
                        date);
        DATABASE.jdbc()
                .update(
                        "INSERT IGNORE INTO accounting_day (business_date, closed_at, closed_by) VALUES (?, CURRENT_TIMESTAMP(3), 'olga')",
                        date);
    }

    private void receive(String fileNo, LocalDate date, List<FileLineRequest> lines) {
        send(fileNo, date, lines, true, lines.size());
    }

    private ReconFileView send(
            String fileNo, LocalDate date, List<FileLineRequest> lines, boolean last, int linesInFile) {
        return Objects.requireNonNull(service.importFile(new ImportFileRequest(
                        request(), BANK, fileNo, date, last, linesInFile, List.copyOf(lines), "olga"))
                .data());
    }

    private void compareCommand(String fileNo) {
        service.compareFile(new CompareFileRequest(request(), BANK, fileNo, "team-a", "olga"));
    }

    private ReconFileView compare(String fileNo) {
        compareCommand(fileNo);
        work();
        return file(fileNo);
    }

    private void work() {
        int steps = 0;
        while (compareFile.step() > 0) {
            assertThat(steps++).isLessThan(MOST_STEPS);
        }
    }

    private ReconFileView file(String fileNo) {
        return Objects.requireNonNull(
                service.findFile(new FileQuery(BANK, fileNo)).data());
    }

    private List<DifferenceView> open() {
        return Objects.requireNonNull(service.findDifferences(new DifferenceQuery(BANK, null, true, 1, 200))
                        .data())
                .differences();
    }

    private DifferenceView one(String kind) {
        return open().stream()
                .filter(difference -> difference.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
