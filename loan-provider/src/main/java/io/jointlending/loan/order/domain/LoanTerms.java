package io.jointlending.loan.order.domain;

import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;

/**
 * The product's terms as they were when the order was submitted. An order lives by its own copy, so that a product can
 * change without changing old orders.
 *
 * @param annualRate yearly interest as a fraction; 0 is free of interest
 * @param method how the installments are cut
 * @param rounding for every figure of the order
 * @param penaltyDailyRate penalty per day on overdue principal, as a fraction
 * @param penaltyGraceDays days of grace after the due date
 * @param options what the product sets beyond its price
 */
public record LoanTerms(
        BigDecimal annualRate,
        PlanMethod method,
        Rounding rounding,
        BigDecimal penaltyDailyRate,
        int penaltyGraceDays,
        LoanOptions options) {
    /** Decimals of a rate that are kept. */
    public static final int RATE_SCALE = 10;

    public LoanTerms {
        annualRate = exact(annualRate);
        penaltyDailyRate = exact(penaltyDailyRate);
        if (penaltyGraceDays < 0) {
            throw new IllegalStateException("penalty grace of " + penaltyGraceDays + " days");
        }
    }

    /** The rate in its shortest form; the database would round more decimals silently, so they are refused here. */
    private static BigDecimal exact(BigDecimal rate) {
        BigDecimal shortest = rate.stripTrailingZeros();
        if (rate.signum() < 0 || shortest.scale() > RATE_SCALE) {
            throw new IllegalStateException(
                    "rate " + rate + " is negative or has more than " + RATE_SCALE + " decimals");
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
