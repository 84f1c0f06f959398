package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTermsTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 10);

    @Test
    void a_broken_first_period_counts_by_its_days_over_360_and_the_others_as_months() {
        List<LocalDate> dates = List.of(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 20));
        PlanTerms broken = terms(PlanMethod.INTEREST_FIRST, DayCount.MONTHLY, dates, true);
        assertThat(RepaymentPlanner.DEFAULT.plan(broken))
                .extracting(PlannedInstallment::interestFen)
                .as("41 days of 12 % over 360 on 36000.00, then a twelfth")
                .containsExactly(49_200L, 36_000L);
        assertThat(RepaymentPlanner.DEFAULT.plan(terms(PlanMethod.INTEREST_FIRST, DayCount.MONTHLY, dates, false)))
                .extracting(PlannedInstallment::interestFen)
                .containsExactly(36_000L, 36_000L);
        assertThat(RepaymentPlanner.DEFAULT.plan(terms(PlanMethod.BULLET, DayCount.MONTHLY, dates, true)))
                .extracting(PlannedInstallment::interestFen)
                .containsExactly(0L, 85_200L);
    }

    @Test
    void the_equal_installment_repays_uneven_periods_to_the_fen() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            LocalDate before = START;
            LocalDate[] dates = new LocalDate[2 + random.nextInt(24)];
            for (int k = 0; k < dates.length; k++) {
                before = before.plusDays(1 + random.nextInt(60));
                dates[k] = before;
            }
            PlanTerms terms = terms(
                    PlanMethod.EQUAL_INSTALLMENT,
                    List.of(DayCount.MONTHLY, DayCount.ACT_365, DayCount.ACT_360)
                            .get(random.nextInt(3)),
                    List.of(dates),
                    random.nextBoolean());
            List<PlannedInstallment> plan = RepaymentPlanner.DEFAULT.plan(terms);
            PlannedInstallment last = plan.get(plan.size() - 1);
            assertThat(last.principalFen() + last.interestFen() - Replanner.installment(terms))
                    .as("seed %s: the last one differs only by what rounding gathered", seed)
                    .isBetween(-2L * dates.length, 2L * dates.length);
        }
    }

    @Test
    void six_hundred_installments_work_and_one_more_is_refused() {
        PlanTerms terms = PlanTerms.monthly(
                1_000_000_000_000L,
                new BigDecimal("0.049"),
                PlanMethod.EQUAL_INSTALLMENT,
                600,
                LocalDate.of(2024, 1, 31),
                Rounding.HALF_UP);
        List<PlannedInstallment> plan = RepaymentPlanner.DEFAULT.plan(terms);
        assertThat(plan).hasSize(600);
        assertThat(plan.get(0).dueDate()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(plan.get(599).balanceAfterFen()).isZero();
        assertThat(plan.stream().mapToLong(PlannedInstallment::principalFen).sum())
                .isEqualTo(1_000_000_000_000L);
        assertThatThrownBy(() -> PlanTerms.monthlyDueDates(START, 601)).hasMessageContaining("601");
        assertThat(PlanTerms.monthlyDueDates(START, 1)).containsExactly(LocalDate.of(2026, 2, 10));
    }

    private static PlanTerms terms(PlanMethod method, DayCount dayCount, List<LocalDate> dates, boolean byDays) {
        return new PlanTerms(
                3_600_000, new BigDecimal("0.12"), method, dayCount, START, dates, Rounding.HALF_UP, 1, 0, byDays);
    }
}
