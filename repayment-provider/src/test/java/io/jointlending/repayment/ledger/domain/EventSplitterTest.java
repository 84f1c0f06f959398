package io.jointlending.repayment.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.CumulativeSplit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventSplitterTest {
    private static final long[] WEIGHTS = {2, 5};

    /**
     * Principal of 3 and 9 fen at 2:5 is cut to (1, 2) and (2, 7), while 9 alone would split to (3, 6). By the order's
     * weights 2 fen of the second would go to (1, 1); by its own dues they go to (0, 2).
     */
    @Test
    void principal_is_settled_by_the_dues_it_was_cut_to() {
        assertThat(CumulativeSplit.cut(new long[] {3, 9}, WEIGHTS)[1]).containsExactly(2, 7);
        SharedInstallment second = shared(principal(2), principal(7));
        assertThat(split(new MasterLine(2, Amounts.ZERO, principal(2)), second).settled())
                .containsExactly(principal(0), principal(2));
        assertThat(split(new MasterLine(2, Amounts.ZERO, principal(9)), second).settled())
                .isEqualTo(second.dues());
    }

    @Test
    void interest_is_settled_by_the_weights_that_made_its_dues() {
        SharedInstallment shared = shared(new Amounts(0, 3, 0, 0), new Amounts(0, 6, 0, 0));
        assertThat(split(new MasterLine(2, Amounts.ZERO, new Amounts(0, 2, 0, 0)), shared)
                        .settled())
                .containsExactly(new Amounts(0, 1, 0, 0), new Amounts(0, 1, 0, 0));
    }

    @Test
    void penalty_grows_from_what_is_due_already() {
        SharedInstallment shared = shared(new Amounts(0, 0, 1, 0), new Amounts(0, 0, 1, 0));
        SharedInstallment grown = split(new MasterLine(2, new Amounts(0, 0, 5, 0), new Amounts(0, 0, 3, 0)), shared);
        assertThat(grown.dues()).containsExactly(new Amounts(0, 0, 2, 0), new Amounts(0, 0, 5, 0));
        assertThat(grown.settled()).containsExactly(new Amounts(0, 0, 1, 0), new Amounts(0, 0, 2, 0));
    }

    /** Without reversals no bound ever has to correct the split: a cell depends on its amount, not on its history. */
    @Test
    void what_is_settled_of_a_cell_is_a_function_of_its_amount() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Ledger ledger = TestLedgers.random(random);
            Composition composition =
                    TestLedgers.randomComposition(random, ledger.head().principalFen());
            SubLedgers subs = SubLedgers.open(composition, ledger, List.of());
            LocalDate day = TestLedgers.START;
            while (ledger.head().status() == LedgerStatus.ACTIVE) {
                day = day.plusDays(random.nextInt(40));
                Posting posting = ledger.post(1 + random.nextLong(ledger.head().principalFen()), day);
                subs = subs.split(TestLedgers.event(posting), posting.after(), List.of())
                        .after();
                for (int touched : posting.touched()) {
                    requireFunctionOfAmount(subs.installment(touched), composition.weights(), seed);
                }
                ledger = posting.after();
            }
        }
    }

    private static void requireFunctionOfAmount(SharedInstallment shared, long[] weights, int seed) {
        for (Component component : Component.values()) {
            long[] dues = SharedInstallment.column(shared.dues(), component);
            long[] settled = SharedInstallment.column(shared.settled(), component);
            long[] byWeights = CumulativeSplit.split(LongStream.of(dues).sum(), weights);
            long[] cellWeights = Arrays.equals(byWeights, dues) ? weights : dues;
            assertThat(settled)
                    .as("seed %s %s of %s", seed, component, shared)
                    .isEqualTo(CumulativeSplit.split(LongStream.of(settled).sum(), cellWeights));
        }
    }

    private static SharedInstallment shared(Amounts first, Amounts second) {
        return new SharedInstallment(2, List.of(first, second), List.of(Amounts.ZERO, Amounts.ZERO));
    }

    private static Amounts principal(long fen) {
        return new Amounts(fen, 0, 0, 0);
    }

    private static SharedInstallment split(MasterLine line, SharedInstallment before) {
        Composition composition = new Composition(
                List.of(new Seat("S-1", 1, "BANK-1", false, 2, 2), new Seat("S-2", 2, "BANK-2", true, 5, 5)));
        LedgerEvent event =
                new LedgerEvent(1, "N1", EventKind.PAYMENT, TestLedgers.START, 1, null, null, List.of(line));
        return new SubLedgers(composition, new TreeMap<>(Map.of(2, before)))
                .split(event, TestLedgers.ledger("2601150000000000010042", 1_000_000, 12), List.of())
                .after()
                .installment(2);
    }
}
