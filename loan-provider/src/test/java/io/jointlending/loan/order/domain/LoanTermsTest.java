package io.jointlending.loan.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanTermsTest {
    @ParameterizedTest
    @CsvSource({"0.1800000000, 0.18", "0, 0", "0E-10, 0", "1E+1, 10", "0.0123456789, 0.0123456789"})
    void a_rate_is_the_same_however_many_zeros_it_came_with(String given, String kept) {
        assertThat(terms(given).annualRate()).isEqualTo(new BigDecimal(kept));
    }

    @Test
    void a_rate_that_the_database_would_round_is_refused() {
        assertThatThrownBy(() -> terms("0.12345678901")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> terms("-0.1")).isInstanceOf(IllegalStateException.class);
    }

    private static LoanTerms terms(String annualRate) {
        return new LoanTerms(
                new BigDecimal(annualRate),
                PlanMethod.EQUAL_PRINCIPAL,
                Rounding.HALF_EVEN,
                BigDecimal.ZERO,
                0,
                OrderExamples.OPTIONS);
    }
}
