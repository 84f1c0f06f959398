package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CumulativeSplitTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/money/one-cent.csv", numLinesToSkip = 1)
    void ends_at_7000_and_3000_where_rounding_each_payment_does_not(String payments, String naive) {
        long[] dues = {7000, 3000};
        long[] settled = {0, 0};
        for (String payment : payments.split("\\+", -1)) {
            long[] before = settled;
            settled = CumulativeSplit.split(
                    LongStream.of(before).sum() + Long.parseLong(payment), new long[] {7, 3}, before, dues);
            assertThat(minus(settled, before)).as(naive).satisfies(SplitLawsTest::noneNegative);
        }
        assertThat(settled).as(naive).isEqualTo(dues);
    }

    @Test
    void a_hundred_payments_of_one_fen_give_70_and_30() {
        long[] settled = {0, 0};
        for (int paid = 1; paid <= 100; paid++) {
            settled = CumulativeSplit.split(paid, new long[] {7, 3}, settled, new long[] {70, 30});
        }
        assertThat(settled).containsExactly(70, 30);
    }

    @Test
    void no_institution_pays_back_where_the_largest_remainder_makes_it() {
        assertThat(CumulativeSplit.split(3, new long[] {1, 3, 3})).containsExactly(1, 1, 1);
        assertThat(CumulativeSplit.split(4, new long[] {1, 3, 3})).containsExactly(1, 1, 2);
    }

    @Test
    void groups_without_weight_get_only_what_the_bounds_force() {
        assertThat(CumulativeSplit.split(5, new long[] {0, 0, 3, 2})).containsExactly(0, 0, 3, 2);
        assertThat(CumulativeSplit.split(5, new long[] {0, 0, 3, 2}, new long[4], new long[] {1, 1, 3, 0}))
                .containsExactly(1, 1, 3, 0);
        assertThat(CumulativeSplit.split(3, new long[] {0, 0}, new long[2], new long[] {2, 2}))
                .containsExactly(1, 2);
    }

    @Test
    void weights_in_fen_need_and_get_products_beyond_64_bits() {
        long[] contributions = {70_000_000_000L, 29_999_999_999L, 1L};
        assertThat(CumulativeSplit.split(100_000_000_000L, contributions)).isEqualTo(contributions);
        assertThat(CumulativeSplit.split(Long.MAX_VALUE / 2, new long[] {1L << 61, 1L << 61}))
                .containsExactly(1L << 61, (1L << 61) - 1);
    }

    @Test
    void bounds_without_room_are_a_broken_invariant_that_names_all_numbers() {
        assertThatThrownBy(() -> CumulativeSplit.split(11, new long[] {7, 3}, new long[] {1, 2}, new long[] {7, 3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No split of 11 fen by weights [7, 3] lies between [1, 2] and [7, 3]");
        assertThatThrownBy(() -> CumulativeSplit.split(2, new long[] {7, 3}, new long[] {1, 2}, null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CumulativeSplit.split(5, new long[] {7, 3}, new long[] {0, 4}, new long[] {7, 3}))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CumulativeSplit.split(5, new long[0])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CumulativeSplit.split(5, new long[] {-1, 2}))
                .isInstanceOf(IllegalStateException.class);
    }

    private static long[] minus(long[] left, long[] right) {
        long[] difference = Arrays.copyOf(left, left.length);
        for (int i = 0; i < left.length; i++) {
            difference[i] -= right[i];
        }
        return difference;
    }
}
