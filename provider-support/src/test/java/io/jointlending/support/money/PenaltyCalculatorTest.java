package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PenaltyCalculatorTest {
    private static final LocalDate DUE = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/money/penalty-segments.csv", numLinesToSkip = 1)
    void a_base_that_is_paid_down_costs_what_the_case_says(
            long fen,
            String rate,
            LocalDate due,
            int grace,
            @Nullable String payments,
            LocalDate asOf,
            long penalty,
            String why) {
        PenaltyBase base = PenaltyBase.of(due, fen);
        for (String payment : payments == null ? new String[0] : payments.split(";", -1)) {
            String[] parts = payment.split("=", -1);
            base = base.settled(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
        }
        PenaltyTerms terms = new PenaltyTerms(new BigDecimal(rate), grace, Rounding.HALF_UP);
        assertThat(new PenaltyCalculator(terms).penalty(base, asOf)).as(why).isEqualTo(penalty);
    }

    @Test
    void it_never_falls_when_time_goes_on_and_is_the_sum_over_days_rounded_once() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int grace = random.nextInt(5);
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(1, 20), 4);
            PenaltyCalculator calculator = new PenaltyCalculator(new PenaltyTerms(rate, grace, Rounding.HALF_EVEN));
            PenaltyBase base = PenaltyBase.of(DUE, 1 + random.nextLong(100_000));
            long fenDays = 0;
            long before = 0;
            for (int day = 0; day < 60; day++) {
                LocalDate date = DUE.plusDays(day);
                if (random.nextInt(4) == 0) {
                    base = base.settled(date, random.nextLong(base.openFen() + 1));
                }
                long penalty = calculator.penalty(base, date);
                assertThat(base.fenDaysAt(date)).as("seed %s day %s", seed, day).isEqualTo(fenDays);
                if (day > grace && base.openFen() > 0) {
                    assertThat(penalty)
                            .as("seed %s day %s", seed, day)
                            .isEqualTo(Rounding.HALF_EVEN.round(
                                    BigDecimal.valueOf(fenDays).multiply(rate)));
                }
                assertThat(penalty).as("seed %s day %s", seed, day).isGreaterThanOrEqualTo(before);
                before = penalty;
                fenDays += base.openFen();
            }
        }
    }

    @Test
    void a_base_cannot_be_paid_below_nothing_nor_before_an_earlier_payment() {
        PenaltyBase base = PenaltyBase.of(DUE, 100);
        assertThatThrownBy(() -> base.settled(DUE, 101)).isInstanceOf(IllegalStateException.class);
        PenaltyBase later = base.settled(DUE.plusDays(5), 50);
        assertThatThrownBy(() -> later.settled(DUE.plusDays(4), 1)).isInstanceOf(IllegalStateException.class);
    }
}
