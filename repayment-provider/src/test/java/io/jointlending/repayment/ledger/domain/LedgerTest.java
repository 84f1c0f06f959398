package io.jointlending.repayment.ledger.domain;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 2, 15);
    private static final LocalDate SECOND_DUE = LocalDate.of(2026, 3, 15);

    private final Ledger ledger = new Ledger(
            LedgerHead.opened(
                    "2601150000000000010042",
                    "B1",
                    2_000_000,
                    START,
                    new PenaltyTerms(new BigDecimal("0.0005"), 3, Rounding.HALF_UP),
                    LedgerTerms.of(BigDecimal.ZERO, PlanMethod.EQUAL_INSTALLMENT),
                    new LedgerHead.CurrentPlan(1, 0)),
            List.of(
                    LedgerInstallment.opened(
                            1, FIRST_DUE, new Amounts(1_000_000, 30_000, 0, 500), 1, PenaltyBasis.PRINCIPAL),
                    LedgerInstallment.opened(
                            2, SECOND_DUE, new Amounts(1_000_000, 15_000, 0, 0), 1, PenaltyBasis.PRINCIPAL)));

    @Test
    void a_new_ledger_owes_its_plan() {
        assertThat(ledger.head().status()).isEqualTo(LedgerStatus.ACTIVE);
        assertThat(ledger.head().ledgerVersion()).isEqualTo(1);
        assertThat(ledger.head().split()).isFalse();
    }

    @Test
    void money_in_time_settles_fee_then_interest_then_principal() {
        Posting posting = ledger.post(40_500, FIRST_DUE);
        assertThat(posting.lines())
                .containsExactly(new MasterLine(1, new Amounts(0, 0, 0, 0), new Amounts(10_000, 30_000, 0, 500)));
        assertThat(posting.suspenseFen()).isZero();
        assertThat(posting.after().head().ledgerVersion()).isEqualTo(2);
        assertThat(posting.after().head().lastSequence()).isEqualTo(1);
    }

    @Test
    void late_money_settles_the_penalty_from_the_due_date_first() {
        Posting posting = ledger.post(10_000, FIRST_DUE.plusDays(10));
        assertThat(posting.lines())
                .containsExactly(new MasterLine(1, new Amounts(0, 0, 5_000, 0), new Amounts(0, 4_500, 5_000, 500)));
    }

    @Test
    void money_within_the_grace_costs_no_penalty_ever() {
        Ledger paid = ledger.post(1_030_500, FIRST_DUE.plusDays(3)).after();
        assertThat(paid.installments().get(0).due().penaltyFen()).isZero();
        assertThat(paid.accruedTo(FIRST_DUE.plusDays(20)).installments().get(0).open())
                .isEqualTo(Amounts.ZERO);
    }

    @Test
    void penalty_of_installments_that_the_money_does_not_reach_becomes_due_too() {
        Posting posting = ledger.post(1, SECOND_DUE.plusDays(10));
        assertThat(posting.lines())
                .containsExactly(
                        new MasterLine(1, new Amounts(0, 0, 500 * 38, 0), new Amounts(0, 0, 1, 0)),
                        new MasterLine(2, new Amounts(0, 0, 5_000, 0), Amounts.ZERO));
    }

    @Test
    void paying_twice_on_a_day_accrues_once() {
        Ledger once = ledger.post(1, FIRST_DUE.plusDays(10)).after();
        assertThat(once.post(1, FIRST_DUE.plusDays(10)).lines())
                .containsExactly(new MasterLine(1, new Amounts(0, 0, 0, 0), new Amounts(0, 0, 1, 0)));
    }

    @Test
    void everything_owed_settles_the_order_and_the_excess_is_left_over() {
        Posting posting = ledger.post(2_045_500 + 77, START);
        assertThat(posting.suspenseFen()).isEqualTo(77);
        assertThat(posting.after().head().status()).isEqualTo(LedgerStatus.SETTLED);
        assertThat(posting.after().head().settlement()).isEqualTo(new Settlement(1, START, LedgerStatus.SETTLED));
        assertThat(posting.after().returnablePrincipalFen()).isEqualTo(2_000_000);
    }

    @Test
    void money_on_a_settled_order_is_all_left_over_and_does_not_settle_it_again() {
        Ledger settled = ledger.post(2_045_500, START).after();
        Posting again = settled.post(5, SECOND_DUE);
        assertThat(again.lines()).isEmpty();
        assertThat(again.suspenseFen()).isEqualTo(5);
        assertThat(again.after().head().settlement()).isEqualTo(new Settlement(1, START, LedgerStatus.SETTLED));
        assertThat(again.after().head().lastSequence()).isEqualTo(2);
    }

    @Test
    void settlement_is_announced_once_master_and_sub_orders_are_settled() {
        Ledger unsplit = ledger.post(2_045_500, START).after();
        assertThat(unsplit.head().settledAnnounced()).isFalse();
        assertThat(unsplit.headAfterSplit().settledAnnounced()).isTrue();

        Ledger split = new Ledger(ledger.headAfterSplit(), ledger.installments());
        assertThat(split.head().settledAnnounced()).isFalse();
        LedgerHead settled = split.post(2_045_500, START).after().head();
        assertThat(settled.settledAnnounced()).isTrue();
        assertThat(settled.splitSequence()).isEqualTo(1);
    }

    @Test
    void an_event_never_counts_for_a_day_before_an_earlier_event() {
        LedgerHead head = ledger.post(1, SECOND_DUE).after().head();
        assertThat(head.valueDateOn(FIRST_DUE)).isEqualTo(SECOND_DUE);
        assertThat(head.valueDateOn(SECOND_DUE.plusDays(1))).isEqualTo(SECOND_DUE.plusDays(1));
    }

    @Test
    void contradicting_numbers_are_a_broken_invariant() {
        LedgerInstallment first = ledger.installments().get(0);
        assertThatThrownBy(() -> new LedgerInstallment(
                        1, InstallmentKind.REGULAR, 1, first.due(), new Amounts(0, 30_001, 0, 0), first.base()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("30001");
        assertThatThrownBy(() -> new Ledger(ledger.head(), List.of(first)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1000000");
        assertThatThrownBy(() -> new Posting(ledger, EventKind.PAYMENT, List.of(), List.of(), 1, 0, null, null))
                .isInstanceOf(IllegalStateException.class);
        MasterLine back = new MasterLine(1, Amounts.ZERO, new Amounts(-1, 0, 0, 0));
        assertThatThrownBy(() -> new Posting(ledger, EventKind.PAYMENT, List.of(back), List.of(), -1, 0, null, null))
                .isInstanceOf(IllegalStateException.class);
    }
}
