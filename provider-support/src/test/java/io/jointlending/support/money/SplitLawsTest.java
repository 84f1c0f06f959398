package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ten promises of the split, over random lives of one cell. The seed stands in every failure. */
class SplitLawsTest {
    private static final int LIVES = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void the_canonical_form_is_monotone_exact_and_fair(int institutions) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(institutions * 1_000L + seed);
            long[] weights = weights(random, institutions);
            long whole = LongStream.of(weights).sum();
            long[] before = CumulativeSplit.split(0, weights);
            assertThat(before).containsOnly(0);
            for (long amount = 1; amount <= Math.min(whole, 400); amount++) {
                long[] after = CumulativeSplit.split(amount, weights);
                long step = 0;
                for (int i = 0; i < institutions; i++) {
                    String what = "seed " + seed + " amount " + amount + " weights " + Arrays.toString(weights) + ": "
                            + Arrays.toString(after);
                    assertThat(after[i])
                            .as(what)
                            .isGreaterThanOrEqualTo(before[i])
                            .isLessThanOrEqualTo(weights[i]);
                    assertThat(deviates(after[i], amount, weights[i], whole, institutions))
                            .as(what)
                            .isFalse();
                    step += after[i] - before[i];
                }
                assertThat(step).isEqualTo(1);
                before = after;
            }
            assertThat(CumulativeSplit.split(whole, weights)).isEqualTo(weights);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void principals_cut_by_cumulative_differences_add_up_to_the_contributions(int institutions) {
        for (int seed = 0; seed < LIVES / 10; seed++) {
            Random random = new Random(institutions * 10_000L + seed);
            long[] weights = weights(random, institutions);
            long[] parts = LongStream.generate(() -> random.nextLong(0, 5_000))
                    .limit(1 + random.nextInt(24))
                    .toArray();
            long[] sums = new long[institutions];
            long[][] pieces = CumulativeSplit.cut(parts, weights);
            for (int part = 0; part < parts.length; part++) {
                assertThat(pieces[part]).as("seed %s", seed).satisfies(SplitLawsTest::noneNegative);
                assertThat(LongStream.of(pieces[part]).sum())
                        .as("seed %s", seed)
                        .isEqualTo(parts[part]);
                for (int i = 0; i < institutions; i++) {
                    sums[i] += pieces[part][i];
                }
            }
            assertThat(sums)
                    .as("seed %s", seed)
                    .isEqualTo(CumulativeSplit.split(LongStream.of(parts).sum(), weights));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void without_reversals_the_end_depends_on_the_amount_and_not_on_its_cutting(int institutions) {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(institutions * 100_000L + seed);
            long[] weights = weights(random, institutions);
            long due = 1 + random.nextLong(100_000);
            long[] dues = CumulativeSplit.split(due, weights);
            long[] settled = new long[institutions];
            long paid = 0;
            while (paid < due) {
                paid += 1 + random.nextLong(due - paid);
                settled = CumulativeSplit.split(paid, weights, settled, dues);
                assertThat(settled)
                        .as("seed %s weights %s paid %s of %s", seed, Arrays.toString(weights), paid, due)
                        .isEqualTo(CumulativeSplit.split(paid, weights));
            }
            assertThat(settled).as("seed %s", seed).isEqualTo(dues);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void in_any_life_parts_add_up_stay_in_bounds_and_clear_together(int institutions) {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(institutions * 1_000_000L + seed);
            Cell cell = new Cell(weights(random, institutions), random.nextLong(random.nextBoolean() ? 4 : 100_000));
            for (int event = 0; event < 12; event++) {
                cell.randomEvent(random);
                cell.check("seed " + seed + " event " + event);
            }
            cell.pay(cell.open());
            assertThat(cell.settled).as("seed %s", seed).isEqualTo(cell.dues);
        }
    }

    @Test
    void the_same_input_gives_the_same_split() {
        long[] weights = {5000, 3000, 2000};
        assertThat(CumulativeSplit.split(76_293, weights)).isEqualTo(CumulativeSplit.split(76_293, weights));
    }

    static void noneNegative(long[] amounts) {
        for (long amount : amounts) {
            assertThat(amount).isNotNegative();
        }
    }

    /** True when a share is off the exact one by a fen (up to four institutions) or one and a half (up to eight). */
    private static boolean deviates(long share, long amount, long weight, long whole, int institutions) {
        BigInteger off = BigInteger.valueOf(share)
                .multiply(BigInteger.valueOf(whole))
                .subtract(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weight)))
                .abs();
        long halves = institutions <= 4 ? 2 : 3;
        return off.shiftLeft(1).compareTo(BigInteger.valueOf(halves * whole)) >= 0;
    }

    private static long[] weights(Random random, int institutions) {
        long bound = random.nextBoolean() ? 10 : 10_000;
        return LongStream.generate(() -> 1 + random.nextLong(bound))
                .limit(institutions)
                .toArray();
    }

    /** One installment × component with its sub-cells. */
    private static final class Cell {
        private final long[] weights;
        private final List<long[]> booked = new ArrayList<>();
        private long[] dues;
        private long[] settled;

        Cell(long[] weights, long due) {
            this.weights = weights;
            this.dues = CumulativeSplit.split(due, weights);
            this.settled = new long[weights.length];
        }

        long due() {
            return LongStream.of(dues).sum();
        }

        long paid() {
            return LongStream.of(settled).sum();
        }

        long open() {
            return due() - paid();
        }

        void randomEvent(Random random) {
            switch (random.nextInt(4)) {
                case 0 -> change(due() + random.nextLong(500));
                case 1 -> change(paid() + random.nextLong(open() + 1));
                case 2 -> reverse(random);
                default -> pay(random.nextLong(open() + 1));
            }
        }

        void pay(long fen) {
            long[] before = settled;
            settled = CumulativeSplit.split(paid() + fen, weights, before, dues);
            long[] delta = new long[weights.length];
            for (int i = 0; i < weights.length; i++) {
                delta[i] = settled[i] - before[i];
            }
            assertThat(delta).satisfies(SplitLawsTest::noneNegative);
            booked.add(delta);
        }

        private void change(long due) {
            dues = CumulativeSplit.split(due, weights, due < due() ? settled : dues, null);
        }

        private void reverse(Random random) {
            if (booked.isEmpty()) {
                return;
            }
            long[] delta = booked.remove(random.nextInt(booked.size()));
            long[] after = settled.clone();
            for (int i = 0; i < weights.length; i++) {
                after[i] -= delta[i];
            }
            settled = after;
        }

        void check(String life) {
            for (int i = 0; i < weights.length; i++) {
                assertThat(settled[i])
                        .as("%s weights %s dues %s", life, Arrays.toString(weights), Arrays.toString(dues))
                        .isBetween(0L, dues[i]);
            }
        }
    }
}
