package io.jointlending.support.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltyTermsTest {
    private static final LocalDate DUE = LocalDate.of(2026, 2, 15);
    private static final BigDecimal RATE = new BigDecimal("0.0005");

    @ParameterizedTest
    @CsvSource({"PRINCIPAL, 700", "PRINCIPAL_AND_INTEREST, 730"})
    void the_base_is_principal_or_principal_and_interest(PenaltyBasis basis, long fen) {
        assertThat(basis.of(new Amounts(700, 30, 5, 9))).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 500", "40, 2000", "41, 2000", "400, 2000"})
    void the_cap_is_a_fraction_of_the_principal_and_comes_last(int days, long fen) {
        PenaltyTerms terms =
                new PenaltyTerms(RATE, 0, Rounding.HALF_UP, PenaltyBasis.PRINCIPAL, new BigDecimal("0.02"));
        assertThat(new PenaltyCalculator(terms).penalty(PenaltyBase.of(DUE, 100_000), 100_000, DUE.plusDays(days)))
                .isEqualTo(fen);
    }

    @Test
    void what_bounced_counts_as_never_settled() {
        PenaltyBase whole = PenaltyBase.of(DUE, 1_000);
        PenaltyBase paid = whole.settled(DUE.plusDays(10), 600);
        PenaltyBase bounced = paid.restored(DUE.plusDays(10), DUE.plusDays(25), 600);
        assertThat(bounced.fenDaysAt(DUE.plusDays(40))).isEqualTo(whole.fenDaysAt(DUE.plusDays(40)));
        assertThat(bounced.openFen()).isEqualTo(1_000);
        PenaltyBase early = whole.settled(DUE.minusDays(9), 1_000).restored(DUE.minusDays(9), DUE.plusDays(5), 1_000);
        assertThat(early.fenDaysAt(DUE.plusDays(7))).isEqualTo(7_000);
    }

    @Test
    void what_is_opened_again_before_the_due_date_gathers_nothing() {
        PenaltyBase early = PenaltyBase.of(DUE, 1_000)
                .settled(DUE.minusDays(9), 400)
                .restored(DUE.minusDays(9), DUE.minusDays(2), 400);
        assertThat(early).isEqualTo(PenaltyBase.of(DUE, 1_000));
        assertThatThrownBy(() -> early.restored(DUE.plusDays(3), DUE.plusDays(2), 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_negative_cap_is_refused() {
        BigDecimal below = BigDecimal.ONE.negate();
        assertThatThrownBy(() -> new PenaltyTerms(RATE, 0, Rounding.HALF_UP, PenaltyBasis.PRINCIPAL, below))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
