package io.jointlending.repayment.audit;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.api.audit.AuditFindingView;
import io.jointlending.api.audit.AuditOrderRequest;
import io.jointlending.api.audit.AuditOrderView;
import io.jointlending.api.audit.FindingQuery;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.repayment.StoredRepayments;
import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule of the audit is broken by hand once, and found. */
class AuditIT {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();
    private static final String SPLIT = "2601150000000000010042";
    private static final String LATE = "2601150000000000020042";
    private static final String SETTLED = "2601150000000000030042";
    private static final long PRINCIPAL = 1_000_000;
    private static final LocalDate TODAY = START.plusDays(60);
    private static final int ORDERS_PER_STEP = 2;

    private final RepaymentWorld world = StoredRepayments.on(DATABASE);
    private final IdempotentCommands commands = IdempotentCommands.stored(DATABASE.transactions(), DATABASE.session());
    private final AuditOrders auditOrders =
            new AuditOrders(DATABASE.session(), DATABASE.transactions(), commands, world.calendar());
    private final AuditDay auditDay = new AuditDay(DATABASE.session(), auditOrders, ORDERS_PER_STEP);
    private final LedgerAuditRpc audit = new LedgerAuditRpc(auditOrders, commands);

    @BeforeEach
    void three_orders() {
        DATABASE.empty();
        for (String orderNo : new String[] {SPLIT, LATE, SETTLED}) {
            world.activated(TestLedgers.ledger(orderNo, PRINCIPAL, 3));
        }
        for (String orderNo : new String[] {SPLIT, SETTLED}) {
            world.funded(RepaymentWorld.created(orderNo, TestLedgers.composition(orderNo, PRINCIPAL, 7, 3)));
        }
        world.calendar().move(TODAY.minusDays(1));
        world.repay(LATE, 50_000);
        world.calendar().move(TODAY);
        world.repay(SPLIT, 100_000);
        world.repay(SPLIT, 23_457);
        world.repay(SETTLED, world.quote(SETTLED).totalFen() + 5);
        world.funded(RepaymentWorld.created(LATE, TestLedgers.composition(LATE, PRINCIPAL, 7, 3)));
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void sound_books_have_no_finding_and_every_order_touched_is_looked_at() {
        assertThat(auditDay(TODAY))
                .as("orders of events, and the one split late")
                .isEqualTo(4);
        assertThat(DATABASE.jdbc().queryForObject("SELECT COUNT(*) FROM audit_finding", Long.class))
                .isZero();
        assertThat(new AuditBacklog(DATABASE.session(), new SimpleMeterRegistry()).open())
                .isZero();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/audit/breaks.csv", delimiter = '|')
    void a_broken_rule_is_found_and_goes_away_when_it_is_mended(String breaking, String mending, String rule) {
        assertThat(DATABASE.jdbc().update(breaking)).as(breaking).isPositive();
        auditDay(TODAY);
        assertThat(Objects.requireNonNull(
                                audit.findFindings(new FindingQuery(1, 200)).data())
                        .findings())
                .as(breaking)
                .extracting(AuditFindingView::rule)
                .contains(rule);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AuditBacklog backlog = new AuditBacklog(DATABASE.session(), meters);
        assertThat(meters.get("jl.split.mismatches").gauge().value()).isPositive();
        assertThat(backlog.open()).isPositive();

        assertThat(DATABASE.jdbc().update(mending)).as(mending).isPositive();
        auditDay(TODAY);
        assertThat(Objects.requireNonNull(
                                audit.findFindings(new FindingQuery(1, 200)).data())
                        .total())
                .as(mending)
                .isZero();
    }

    @Test
    void one_order_is_audited_by_command_and_the_finding_has_its_numbers() {
        DATABASE.jdbc()
                .update(
                        "UPDATE sub_installment SET settled_interest_fen = settled_interest_fen - 1"
                                + " WHERE order_no = ? AND installment_no = 1 AND seat = 1",
                        SPLIT);

        AuditOrderView view = auditOrder("audit-1", SPLIT);

        assertThat(view.rules()).isEqualTo(AuditRule.values().length);
        assertThat(view.findings())
                .extracting(AuditFindingView::rule)
                .containsExactlyInAnyOrder("SUB_ORDERS_ADD_UP", "LINES_EXPLAIN_SUB_ORDERS");
        assertThat(view.findings().get(0).detail()).contains("installment 1");
        assertThat(auditOrder("audit-1", SPLIT)).isEqualTo(view);
        assertThatThrownBy(() -> auditOrder("audit-2", "2601150000000000090042"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCodes.LEDGER_NOT_FOUND));
    }

    private AuditOrderView auditOrder(String requestNo, String orderNo) {
        return Objects.requireNonNull(audit.auditOrder(new AuditOrderRequest(requestNo, orderNo, "olga"))
                .data());
    }

    private int auditDay(LocalDate date) {
        int orders = 0;
        AuditDay.Progress progress = auditDay.step(date, "");
        orders += progress.orders();
        for (int step = 0; !progress.last(); step++) {
            assertThat(step).isLessThan(50);
            progress = auditDay.step(date, progress.cursor());
            orders += progress.orders();
        }
        return orders;
    }
}
