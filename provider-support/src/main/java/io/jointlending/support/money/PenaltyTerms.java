package io.jointlending.support.money;

import java.math.BigDecimal;

/**
 * What principal paid late costs.
 *
 * @param dailyRate penalty per day as a fraction (0.0005 is 0.05 %), not negative
 * @param graceDays days after the due date within which clearing the principal costs nothing
 * @param rounding applied once, to the cumulative penalty
 */
public record PenaltyTerms(BigDecimal dailyRate, int graceDays, Rounding rounding) {
    /** Refuses a negative rate or grace. The rate loses its trailing zeros, so that equal terms are equal. */
    public PenaltyTerms {
        dailyRate = dailyRate.stripTrailingZeros();
        if (dailyRate.signum() < 0 || graceDays < 0) {
            throw new IllegalArgumentException(
                    "Penalty of " + dailyRate.toPlainString() + " a day after " + graceDays + " days of grace");
        }
    }
}
