package io.jointlending.repayment.archive;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.audit.AuditOrderRequest;
import io.jointlending.api.audit.AuditOrderView;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.report.CloseDayRequest;
import io.jointlending.api.report.DailyReportQuery;
import io.jointlending.api.report.ReportPageView;
import io.jointlending.repayment.StoredRepayments;
import io.jointlending.repayment.audit.AuditOrders;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.repayment.report.CloseDay;
import io.jointlending.repayment.report.FindReports;
import io.jointlending.repayment.report.MakeDailyLines;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.schema.ArchiveReport;
import io.jointlending.support.schema.ArchiveRequest;
import io.jointlending.support.schema.SchemaException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The archive scripts on the real tables: five settled orders, one that is not, one settled later. */
class ArchiveIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final long PRINCIPAL = 1_000_000;
    private static final int SETTLED = 5;
    private static final String ACTIVE = order(6);
    private static final String LATER = order(7);
    private static final LocalDate DAY = START.plusMonths(1);
    private static final List<String> TABLES = List.of(
            "ledger",
            "ledger_event",
            "ledger_event_line",
            "ledger_installment",
            "split_line",
            "sub_installment",
            "sub_ledger");

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final IdempotentCommands commands = IdempotentCommands.stored(DATABASE.transactions(), DATABASE.session());
    private final List<RepayRequest> repaid = new ArrayList<>();

    @BeforeEach
    void orders() {
        DATABASE.empty();
        world.calendar().move(DAY);
        for (int i = 1; i <= 7; i++) {
            Ledger ledger = TestLedgers.ledger(order(i), PRINCIPAL, 3);
            world.activated(ledger);
            world.loans().activate(RepaymentWorld.activation(ledger));
            world.funded(RepaymentWorld.created(order(i), TestLedgers.composition(order(i), PRINCIPAL, 7, 3)));
            world.repay(order(i), 12_345);
            if (i <= SETTLED) {
                RepayRequest rest =
                        world.request(order(i), world.quote(order(i)).totalFen(), null);
                assertThat(world.repay(rest).settled()).isTrue();
                repaid.add(rest);
            }
        }
        close(DAY);
        world.repay(LATER, world.quote(LATER).totalFen());
    }

    @AfterEach
    void every_rule_of_live_and_archived_books_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void an_archive_table_has_the_columns_of_its_table_and_the_time_of_the_move() {
        for (String table : TABLES) {
            List<String> archived = columns(table + "_archive");
            assertThat(archived.remove("archived_at datetime(3) NO")).as(table).isTrue();
            assertThat(archived).as(table).isEqualTo(columns(table));
        }
    }

    @Test
    void settled_orders_move_with_everything_and_read_the_same() {
        Map<String, Long> before = counts("");
        LedgerView view = world.ledger(order(2));
        ReportPageView report = report();

        ArchiveReport archived = archive(DAY.plusDays(1), 2, 100);

        assertThat(archived.orders()).isEqualTo(SETTLED);
        assertThat(archived.batches()).isEqualTo(3);
        assertThat(archived.finished()).isTrue();
        assertThat(archived.rows()).isEqualTo(counts("_archive"));
        Map<String, Long> live = counts("");
        Map<String, Long> everywhere = new TreeMap<>(live);
        archived.rows().forEach((table, rows) -> everywhere.merge(table, rows, Long::sum));
        assertThat(everywhere).isEqualTo(before);
        assertThat(live).containsEntry("ledger", 2L);
        assertThat(world.ledger(order(2))).isEqualTo(view);
        assertThat(world.ledger(ACTIVE).status()).isEqualTo("ACTIVE");
        remake();
        assertThat(report())
                .as("the lines of the day, made again from the archive")
                .isEqualTo(report);
        AuditOrderView audit = new AuditOrders(DATABASE.session(), DATABASE.transactions(), commands, world.calendar())
                .run(new AuditOrderRequest("audit-1", order(2), "olga"));
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    void nothing_is_booked_on_an_archived_order_and_its_receipt_stays_booked() {
        archive(DAY.plusDays(1), 100, 100);

        refused(ErrorCodes.ORDER_ARCHIVED, () -> world.repay(order(1), 1));
        refused(ErrorCodes.ORDER_ARCHIVED, () -> world.quote(order(1)));
        world.activated(TestLedgers.ledger(order(1), PRINCIPAL, 3)); // the message comes once more
        assertThat(counts("")).containsEntry("ledger", 2L);
        RepayRequest first = repaid.get(0);
        refused(
                ErrorCodes.PAYMENT_ALREADY_BOOKED,
                () -> world.repay(
                        new RepayRequest("other-1", ACTIVE, first.amountFen(), first.paymentReference(), null, null)));
    }

    @Test
    void a_run_that_stopped_goes_on_and_a_finished_one_does_nothing() {
        ArchiveReport first = archive(DAY.plusDays(1), 2, 1);
        assertThat(first.orders()).isEqualTo(2);
        assertThat(first.finished()).isFalse();
        assertThat(archive(DAY.plusDays(1), 2, 100).orders()).isEqualTo(SETTLED - 2);
        assertThat(archive(DAY.plusDays(1), 2, 100).orders()).isZero();
    }

    @Test
    void a_copy_that_differs_is_found_and_the_batch_stays_where_it_was() {
        DATABASE.jdbc()
                .update(
                        """
                        INSERT INTO sub_ledger_archive (sub_order_no, order_no, shard_key, seat, institution_code, is_lead, weight,
                          contribution_fen, status)
                        SELECT 'STRAY', order_no, shard_key, 9, institution_code, 0, 1, 1, status FROM sub_ledger WHERE order_no = ? LIMIT 1
                        """,
                        order(3));
        Map<String, Long> before = counts("");

        assertThatThrownBy(() -> archive(DAY.plusDays(1), 100, 100))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("copy of sub_ledger differs");

        assertThat(counts("")).isEqualTo(before);
        DATABASE.jdbc().update("DELETE FROM sub_ledger_archive");
        assertThat(archive(DAY.plusDays(1), 100, 100).orders()).isEqualTo(SETTLED);
    }

    @Test
    void orders_that_are_not_ready_stay() {
        DATABASE.jdbc()
                .update(
                        """
                        INSERT INTO audit_finding (order_no, rule_code, shard_key, detail, first_found_on, last_found_on)
                        VALUES (?, 'WITHIN_BOUNDS', 42, 'planted', '2026-02-16', '2026-02-16')
                        """,
                        order(1));

        assertThat(archive(DAY, 100, 100).orders())
                .as("settled on the date itself")
                .isZero();
        assertThat(archive(DAY.plusDays(30), 100, 100).orders())
                .as("one has a finding, one is booked on an open date")
                .isEqualTo(SETTLED - 1);
        assertThat(counts("")).containsEntry("ledger", 3L);
        DATABASE.jdbc().update("DELETE FROM audit_finding");
    }

    @Test
    void a_dry_run_says_what_it_would_do() {
        ArchiveReport report = DATABASE.archive(new ArchiveRequest(DAY.plusDays(1), 3, 100, 0, true));

        assertThat(report.orders()).isEqualTo(3);
        assertThat(report.statements())
                .anyMatch(sql -> sql.startsWith("DELETE FROM ledger ") && sql.contains(order(1)));
        assertThat(counts("")).containsEntry("ledger", 7L);
    }

    private static String order(int i) {
        return "26011500000000000" + i + "0042";
    }

    private static ArchiveReport archive(LocalDate before, int batch, int batches) {
        return DATABASE.archive(new ArchiveRequest(before, batch, batches, 0, false));
    }

    private static Map<String, Long> counts(String suffix) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : TABLES) {
            counts.put(
                    table,
                    Objects.requireNonNull(
                            DATABASE.jdbc().queryForObject("SELECT COUNT(*) FROM " + table + suffix, Long.class)));
        }
        return counts;
    }

    private static List<String> columns(String table) {
        return new ArrayList<>(DATABASE.jdbc()
                .queryForList(
                        """
                        SELECT CONCAT(column_name, ' ', column_type, ' ', is_nullable) FROM information_schema.columns
                         WHERE table_schema = DATABASE() AND table_name = ? ORDER BY column_name
                        """,
                        String.class,
                        table));
    }

    private void close(LocalDate date) {
        world.calendar().move(date.plusDays(1));
        new CloseDay(DATABASE.session(), DATABASE.transactions(), commands, world.calendar())
                .run(new CloseDayRequest("close-1", date, "olga"));
        make(date);
    }

    private void remake() {
        new MakeDailyLines(DATABASE.session(), DATABASE.transactions(), commands)
                .again(new CloseDayRequest("again-1", DAY, "olga"));
        make(DAY);
    }

    private void make(LocalDate date) {
        MakeDailyLines lines = new MakeDailyLines(DATABASE.session(), DATABASE.transactions(), commands);
        for (int step = 0; !lines.step(date); step++) {
            assertThat(step).isLessThan(50);
        }
    }

    private ReportPageView report() {
        return new FindReports(DATABASE.session()).daily(new DailyReportQuery(null, DAY, 1, 200));
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
