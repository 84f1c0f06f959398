package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Why the obvious rules are not used: the figures of the README, made again on every build. */
class NaiveSplitsTest {
    private static final long SEED = 20_261_121;
    private static final int LOANS = 4_000;
    private static final long[] SEVEN_TO_THREE = {7, 3};

    /** What a rule gives each institution for one repayment. */
    private interface PerRepayment {
        long[] shares(long repayment, long[] weights);
    }

    @Test
    void the_last_taking_the_rest_leaves_one_institution_a_cent_short() {
        assertThat(booked(NaiveSplitsTest::lastTakesTheRest, List.of(216L, 7472L, 2312L)))
                .containsExactly(6999, 3001);
    }

    @Test
    void rounding_every_share_makes_a_cent() {
        assertThat(booked(NaiveSplitsTest::eachRounded, List.of(6062L, 3833L, 105L)))
                .containsExactly(7000, 3001);
    }

    @Test
    void largest_remainder_of_the_cumulative_amount_takes_a_cent_back() {
        assertThat(largestRemainder(3, new long[] {1, 3, 3})).containsExactly(1, 1, 1);
        assertThat(largestRemainder(4, new long[] {1, 3, 3})).containsExactly(0, 2, 2);
    }

    @Test
    void every_rule_per_repayment_leaves_many_loans_wrong_and_the_cumulative_split_none() {
        for (PerRepayment rule : List.<PerRepayment>of(
                NaiveSplitsTest::eachRounded, NaiveSplitsTest::lastTakesTheRest, NaiveSplitsTest::largestRemainder)) {
            assertThat(wrongLoans(rule, 3))
                    .as("three repayments, seed %d", SEED)
                    .isGreaterThan(LOANS / 4);
            assertThat(wrongLoans(rule, 12))
                    .as("twelve repayments, seed %d", SEED)
                    .isGreaterThan(LOANS / 2);
        }
        Random random = new Random(SEED);
        for (int loan = 0; loan < LOANS; loan++) {
            long due = 1 + random.nextLong(1_000_000);
            long[] settled = {0, 0};
            long[] dues = CumulativeSplit.split(due, SEVEN_TO_THREE);
            long paid = 0;
            for (long repayment : pieces(random, due, 12)) {
                paid += repayment;
                settled = CumulativeSplit.split(paid, SEVEN_TO_THREE, settled, dues);
            }
            assertThat(settled).as("loan %d of seed %d", loan, SEED).containsExactly(dues);
        }
    }

    private static int wrongLoans(PerRepayment rule, int repayments) {
        Random random = new Random(SEED);
        int wrong = 0;
        for (int loan = 0; loan < LOANS; loan++) {
            long due = 1 + random.nextLong(1_000_000);
            List<Long> pieces = pieces(random, due, repayments);
            if (!Arrays.equals(booked(rule, pieces), CumulativeSplit.split(due, SEVEN_TO_THREE))) {
                wrong++;
            }
        }
        return wrong;
    }

    private static long[] booked(PerRepayment rule, List<Long> repayments) {
        long[] booked = {0, 0};
        for (long repayment : repayments) {
            long[] shares = rule.shares(repayment, SEVEN_TO_THREE);
            for (int i = 0; i < booked.length; i++) {
                booked[i] += shares[i];
            }
        }
        return booked;
    }

    private static List<Long> pieces(Random random, long whole, int count) {
        long[] cuts = LongStream.concat(LongStream.of(0, whole), random.longs(count - 1L, 0, whole + 1))
                .sorted()
                .toArray();
        return LongStream.range(1, cuts.length)
                .mapToObj(i -> cuts[(int) i] - cuts[(int) i - 1])
                .toList();
    }

    private static long[] eachRounded(long amount, long[] weights) {
        long whole = LongStream.of(weights).sum();
        return LongStream.of(weights)
                .map(weight -> (2 * amount * weight + whole) / (2 * whole))
                .toArray();
    }

    private static long[] lastTakesTheRest(long amount, long[] weights) {
        long[] shares = eachRounded(amount, weights);
        shares[shares.length - 1] =
                amount - LongStream.of(shares).limit(shares.length - 1L).sum();
        return shares;
    }

    private static long[] largestRemainder(long amount, long[] weights) {
        long whole = LongStream.of(weights).sum();
        long[] shares =
                LongStream.of(weights).map(weight -> amount * weight / whole).toArray();
        long left = amount - LongStream.of(shares).sum();
        LongStream.range(0, weights.length)
                .boxed()
                .sorted((a, b) ->
                        Long.compare(amount * weights[b.intValue()] % whole, amount * weights[a.intValue()] % whole))
                .limit(left)
                .forEach(i -> shares[i.intValue()]++);
        return shares;
    }
}
