package io.jointlending.repayment.ledger.domain;

import static io.jointlending.repayment.ledger.domain.TestLedgers.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.jointlending.support.money.Amounts;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SubLedgersTest {
    private static final String ORDER = "2601150000000000010042";

    @Test
    void dues_are_cut_so_that_principals_add_up_to_the_contributions() {
        Ledger ledger = TestLedgers.ledger(ORDER, 1_000_000, 12);
        SubLedgers subs = SubLedgers.open(TestLedgers.composition(ORDER, 1_000_000, 7, 3), ledger, List.of());
        assertThat(subs.installment(1).dues())
                .containsExactly(new Amounts(53_676, 10_500, 0, 0), new Amounts(23_004, 4_500, 0, 0));
        assertThat(subs.installment(12).dues())
                .containsExactly(new Amounts(63_228, 949, 0, 0), new Amounts(27_098, 406, 0, 0));
        subs.requireWhole(ledger);
    }

    @Test
    void a_repayment_is_split_at_every_cell_it_touches() {
        Ledger ledger = TestLedgers.ledger(ORDER, 1_000_000, 12);
        SubLedgers subs = SubLedgers.open(TestLedgers.composition(ORDER, 1_000_000, 7, 3), ledger, List.of());
        Posting posting = ledger.post(20_001, START);
        assertThat(subs.split(TestLedgers.event(posting), posting.after(), List.of())
                        .lines())
                .extracting(line -> line.seat().seat(), SplitLine::settled)
                .containsExactly(tuple(1, new Amounts(3_501, 10_500, 0, 0)), tuple(2, new Amounts(1_500, 4_500, 0, 0)));
    }

    @Test
    void a_loan_of_one_fen_belongs_to_one_institution() {
        Ledger ledger = TestLedgers.ledger(ORDER, 1, 1);
        Composition composition = TestLedgers.composition(ORDER, 1, 7, 3);
        assertThat(composition.seats()).extracting(Seat::institutionCode).containsExactly("BANK-1");
        Posting posting = ledger.post(1, START);
        SubLedgers after = SubLedgers.open(composition, ledger, List.of())
                .split(TestLedgers.event(posting), posting.after(), List.of())
                .after();
        after.requireWhole(posting.after());
        assertThat(posting.after().head().status()).isEqualTo(LedgerStatus.SETTLED);
    }

    @Test
    void contributions_that_left_the_scheme_become_the_weights() {
        List<Seat> seats = List.of(seat(1, 5000, 400), seat(2, 3000, 500), seat(3, 2000, 100));
        Composition composition = Composition.of(seats, 1_000);
        assertThat(composition.weights()).containsExactly(400, 500, 100);
        assertThat(composition.seats()).extracting(Seat::contributionFen).containsExactly(400L, 500L, 100L);
    }

    @Test
    void contributions_of_the_scheme_keep_its_weights() {
        List<Seat> seats = List.of(seat(2, 3000, 300), seat(1, 7000, 700));
        assertThat(Composition.of(seats, 1_000).weights()).containsExactly(7000, 3000);
    }

    @Test
    void a_composition_that_does_not_fund_the_loan_is_refused() {
        List<Seat> seats = List.of(seat(1, 7000, 700), seat(2, 3000, 300));
        assertThatThrownBy(() -> Composition.of(seats, 999)).hasMessageContaining("1000 fen do not fund 999");
        assertThatThrownBy(() -> Composition.of(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Composition.of(List.of(seat(1, 1, 1), seat(1, 1, 1)), 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Composition.of(List.of(seat(1, 1, 2), seat(2, 1, 0)), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fen_too_much_in_a_sub_ledger_is_a_broken_invariant_when_read() {
        Ledger ledger = TestLedgers.ledger(ORDER, 1_000_000, 12);
        SubLedgers subs = SubLedgers.open(TestLedgers.composition(ORDER, 1_000_000, 7, 3), ledger, List.of());
        TreeMap<Integer, SharedInstallment> wrong = new TreeMap<>(subs.installments());
        SharedInstallment first = subs.installment(1);
        wrong.put(1, new SharedInstallment(1, first.dues(), List.of(new Amounts(0, 1, 0, 0), Amounts.ZERO)));
        assertThatThrownBy(() -> new SubLedgers(subs.composition(), wrong).requireAddUpTo(ledger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not add up");
        wrong.remove(1);
        assertThatThrownBy(() -> new SubLedgers(subs.composition(), wrong).requireWhole(ledger))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Seat seat(int no, long weight, long contribution) {
        return new Seat("S" + no, no, "BANK-" + no, false, weight, contribution);
    }
}
