package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnualPercentageRateTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Test
    void a_plan_without_rounding_costs_its_own_rate() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BigDecimal rate = BigDecimal.valueOf(1 + random.nextInt(9_000), 4);
            PlanTerms terms = PlanTerms.monthly(
                    1_000_000_000_000L,
                    rate,
                    PlanMethod.EQUAL_INSTALLMENT,
                    1 + random.nextInt(60),
                    START,
                    Rounding.HALF_UP);
            assertThat(percent(terms, terms.principalFen(), 0))
                    .as("seed %s", seed)
                    .isEqualTo(AnnualPercentageRate.percent(rate, 4));
        }
    }

    @Test
    void a_fee_in_the_installments_and_one_kept_from_the_loan_both_cost() {
        PlanTerms terms = PlanTerms.monthly(
                1_000_000, new BigDecimal("0.12"), PlanMethod.EQUAL_INSTALLMENT, 12, START, Rounding.HALF_UP);
        assertThat(percent(terms, 1_000_000, 1_000))
                .isGreaterThan(new BigDecimal("14"))
                .isLessThan(new BigDecimal("15"));
        assertThat(percent(terms, 980_000, 0))
                .isGreaterThan(new BigDecimal("15"))
                .isLessThan(new BigDecimal("17"));
    }

    @Test
    void an_odd_first_period_counts_in_months_and_days_over_30() {
        PlanTerms terms = new PlanTerms(
                600_000,
                BigDecimal.ZERO,
                PlanMethod.EQUAL_PRINCIPAL,
                DayCount.MONTHLY,
                LocalDate.of(2026, 1, 10),
                List.of(LocalDate.of(2026, 2, 25), LocalDate.of(2026, 3, 25)),
                Rounding.HALF_UP,
                1,
                0,
                false);
        long[] payments = {310_000, 310_000};
        assertThat(AnnualPercentageRate.ofPlan(terms, 600_000, payments))
                .isEqualTo(AnnualPercentageRate.actuarial(600_000, payments, 1, new BigDecimal("0.5"), 12));
    }

    @Test
    void thirty_odd_days_are_a_month() {
        PlanTerms terms = new PlanTerms(
                1_000,
                BigDecimal.ZERO,
                PlanMethod.BULLET,
                DayCount.MONTHLY,
                LocalDate.of(2026, 1, 1),
                List.of(LocalDate.of(2026, 1, 31)),
                Rounding.HALF_UP,
                1,
                0,
                false);
        assertThat(AnnualPercentageRate.percent(AnnualPercentageRate.ofPlan(terms, 1_000, new long[] {1_010}), 10))
                .isEqualByComparingTo("12");
    }

    @Test
    void the_effective_rate_compounds_over_365_days() {
        BigDecimal year =
                AnnualPercentageRate.effective(100_000, START, List.of(new CashFlow(START.plusDays(365), 110_000)));
        assertThat(AnnualPercentageRate.percent(year, 6)).isEqualByComparingTo("10");
        BigDecimal twoHalves = AnnualPercentageRate.effective(
                100_000, START, List.of(new CashFlow(START, 50_000), new CashFlow(START.plusDays(365), 60_500)));
        assertThat(AnnualPercentageRate.percent(twoHalves, 6)).isEqualByComparingTo("21");
        assertThatThrownBy(() -> AnnualPercentageRate.effective(
                        100_000, START, List.of(new CashFlow(START.minusDays(1), 110_000))))
                .hasMessageContaining("must not be before 2026-01-01");
    }

    @Test
    void a_very_dear_loan_still_has_its_rate() {
        BigDecimal rate = AnnualPercentageRate.actuarial(1, new long[] {1_000_000}, 1, BigDecimal.ZERO, 1);
        assertThat(AnnualPercentageRate.percent(rate, 10)).isEqualByComparingTo("99999900");
    }

    @Test
    void payments_that_are_worth_the_advance_at_once_cost_nothing() {
        assertThat(AnnualPercentageRate.actuarial(100, new long[] {100}, 0, BigDecimal.ZERO, 12))
                .isEqualByComparingTo("0");
    }

    private static BigDecimal percent(PlanTerms terms, long advanced, long fee) {
        long[] payments = RepaymentPlanner.DEFAULT.plan(terms).stream()
                .mapToLong(row -> row.principalFen() + row.interestFen() + fee)
                .toArray();
        return AnnualPercentageRate.percent(AnnualPercentageRate.ofPlan(terms, advanced, payments), 4);
    }
}
