package io.jointlending.system.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.RepaymentLineView;
import io.jointlending.api.repayment.RepaymentView;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check that the demonstration relies on finds what it is for. */
final class SplitCheckTest {
    @Test
    void lines_that_add_up_are_no_mismatch() {
        assertThat(SplitCheck.mismatches(repayment(100, false, line(null, 90, 10), line("A", 63, 7), line("B", 27, 3))))
                .isZero();
    }

    @Test
    void one_fen_in_one_component_is_found_although_the_total_is_right() {
        assertThat(SplitCheck.mismatches(repayment(100, false, line(null, 90, 10), line("A", 63, 7), line("B", 26, 4))))
                .isEqualTo(2);
    }

    @Test
    void a_negative_line_is_found() {
        assertThat(SplitCheck.mismatches(
                        repayment(100, false, line(null, 90, 10), line("A", 91, 10), line("B", -1, 0))))
                .isPositive();
    }

    @Test
    void missing_lines_of_the_sub_orders_are_found_unless_the_split_is_still_to_come() {
        assertThat(SplitCheck.mismatches(repayment(100, false, line(null, 90, 10))))
                .isEqualTo(2);
        assertThat(SplitCheck.mismatches(repayment(100, true, line(null, 90, 10))))
                .isZero();
    }

    @Test
    void money_that_is_neither_applied_nor_in_suspense_is_found() {
        assertThat(SplitCheck.mismatches(repayment(101, true, line(null, 90, 10))))
                .isEqualTo(1);
    }

    private static RepaymentView repayment(long amountFen, boolean pending, RepaymentLineView... lines) {
        return new RepaymentView(
                "R1",
                "O1",
                1L,
                amountFen,
                100L,
                0L,
                LocalDate.of(2026, 1, 1),
                false,
                pending,
                "PAYMENT",
                List.of(lines));
    }

    private static RepaymentLineView line(
            @org.jspecify.annotations.Nullable String who, long principal, long interest) {
        return new RepaymentLineView(1, who, new AmountsView(principal, interest, 0L, 0L));
    }
}
