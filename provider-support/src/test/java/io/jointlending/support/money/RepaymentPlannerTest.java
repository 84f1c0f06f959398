package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepaymentPlannerTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 31);

    @Test
    void equal_principal_gives_the_rest_to_the_last_installment() {
        List<PlannedInstallment> plan = plan(100_000, "0.144", PlanMethod.EQUAL_PRINCIPAL, 3);
        assertThat(plan).extracting(PlannedInstallment::principalFen).containsExactly(33_333L, 33_333L, 33_334L);
        assertThat(plan).extracting(PlannedInstallment::interestFen).containsExactly(1_200L, 800L, 400L);
    }

    @Test
    void due_dates_keep_the_day_of_the_start_or_take_the_end_of_a_shorter_month() {
        assertThat(plan(300, "0.1", PlanMethod.EQUAL_INSTALLMENT, 3))
                .extracting(PlannedInstallment::dueDate)
                .containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));
    }

    @Test
    void without_interest_equal_installments_are_equal_principals() {
        assertThat(plan(1_000, "0", PlanMethod.EQUAL_INSTALLMENT, 3))
                .isEqualTo(plan(1_000, "0.000", PlanMethod.EQUAL_PRINCIPAL, 3));
    }

    @Test
    void a_loan_of_one_fen_is_paid_back_once() {
        assertThat(plan(1, "0.18", PlanMethod.EQUAL_INSTALLMENT, 12))
                .extracting(PlannedInstallment::principalFen)
                .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
    }

    @Test
    void terms_without_a_plan_are_refused() {
        assertThatThrownBy(() -> plan(0, "0.18", PlanMethod.EQUAL_INSTALLMENT, 12))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan(1, "-0.18", PlanMethod.EQUAL_INSTALLMENT, 12))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan(1, "0.18", PlanMethod.EQUAL_INSTALLMENT, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void principals_add_up_to_the_loan_and_nothing_is_negative(PlanMethod method) {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            long principal = 1 + random.nextLong(random.nextBoolean() ? 20 : 20_000_000);
            String rate = BigDecimal.valueOf(random.nextInt(40_000), 5).toPlainString();
            List<PlannedInstallment> plan = plan(principal, rate, method, 1 + random.nextInt(36));
            long sum = 0;
            for (PlannedInstallment row : plan) {
                sum += row.principalFen();
                assertThat(row.balanceAfterFen()).as("seed %s", seed).isEqualTo(principal - sum);
                assertThat(row.principalFen()).as("seed %s", seed).isNotNegative();
                assertThat(row.interestFen()).as("seed %s", seed).isNotNegative();
            }
            assertThat(sum).as("seed %s", seed).isEqualTo(principal);
        }
    }

    private static List<PlannedInstallment> plan(long principal, String rate, PlanMethod method, int installments) {
        return RepaymentPlanner.DEFAULT.plan(
                PlanTerms.monthly(principal, new BigDecimal(rate), method, installments, START, Rounding.HALF_UP));
    }
}
