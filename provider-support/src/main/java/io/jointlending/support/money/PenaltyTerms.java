package io.jointlending.support.money;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an installment paid late costs.
 *
 * @param dailyRate penalty per day as a fraction (0.0005 is 0.05 %), not negative
 * @param graceDays days after the due date within which clearing the base costs nothing
 * @param rounding applied once, to the cumulative penalty
 * @param basis what it is counted on
 * @param capRate most that one installment can cost, as a fraction of its principal; null for no cap
 */
public record PenaltyTerms(
        BigDecimal dailyRate, int graceDays, Rounding rounding, PenaltyBasis basis, @Nullable BigDecimal capRate) {
    /** Refuses negative figures. Rates lose their trailing zeros, so that equal terms are equal. */
    public PenaltyTerms {
        dailyRate = dailyRate.stripTrailingZeros();
        capRate = capRate == null ? null : capRate.stripTrailingZeros();
        if (dailyRate.signum() < 0 || graceDays < 0 || (capRate != null && capRate.signum() < 0)) {
            throw new IllegalArgumentException("Penalty of " + dailyRate.toPlainString() + " a day after " + graceDays
                    + " days of grace, at most " + capRate + " of the principal");
        }
    }

    /** Penalty on open principal without a cap. */
    public PenaltyTerms(BigDecimal dailyRate, int graceDays, Rounding rounding) {
        this(dailyRate, graceDays, rounding, PenaltyBasis.PRINCIPAL, null);
    }
}
