package io.jointlending.support.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Penalty (罚息) of one installment: rate × Σ base × days, counted from the due date and rounded once. Inside the days of
 * grace it is nothing; principal cleared within them costs nothing ever; otherwise it runs from the due date.
 *
 * <p>Rounding the whole and not each day matters: 10.00 yuan at 0.05 % is 0.005 a day, which booked day by day would be
 * 0.30 after thirty days instead of 0.15.
 */
public final class PenaltyCalculator {
    private final PenaltyTerms terms;

    /** A calculator for the terms of one order. */
    public PenaltyCalculator(PenaltyTerms terms) {
        this.terms = terms;
    }

    /**
     * The cumulative penalty up to a date, in fen. Never falls when the date moves on. The cap comes last.
     *
     * @param base what is open of the installment and what was settled of it
     * @param principalFen principal of the installment in fen, which the cap is a fraction of
     * @param asOf not before the day of the last settlement
     */
    public long penalty(PenaltyBase base, long principalFen, LocalDate asOf) {
        long penalty = penalty(base, asOf);
        BigDecimal capRate = terms.capRate();
        return capRate == null
                ? penalty
                : Math.min(
                        penalty,
                        terms.rounding().round(BigDecimal.valueOf(principalFen).multiply(capRate)));
    }

    /**
     * The cumulative penalty up to a date before any cap, in fen. Never falls when the date moves on.
     *
     * @param base the installment's principal and what was settled of it
     * @param asOf not before the day of the last settlement
     */
    public long penalty(PenaltyBase base, LocalDate asOf) {
        boolean within = !asOf.isAfter(base.dueDate().plusDays(terms.graceDays()));
        if (within || base.clearedWithin(terms.graceDays())) {
            return 0;
        }
        return terms.rounding().round(BigDecimal.valueOf(base.fenDaysAt(asOf)).multiply(terms.dailyRate()));
    }

    /** The penalty with its working-out. Parameters as in {@link #penalty}. */
    public Explanation explain(PenaltyBase base, LocalDate asOf) {
        LocalDate free = base.dueDate().plusDays(terms.graceDays());
        return new Explanation(
                "penalty " + penalty(base, asOf) + " fen on " + asOf,
                List.of(
                        "nothing up to " + free + " (due " + base.dueDate() + ", " + terms.graceDays()
                                + " days of grace)," + " beyond it from the due date",
                        "rate x sum of base x days, rounded once: "
                                + terms.dailyRate().toPlainString() + " x " + base.fenDaysAt(asOf) + ", "
                                + terms.rounding()),
                List.of("from", "base", "days so far"),
                List.of(
                        List.of(
                                base.since().toString(),
                                String.valueOf(base.openFen()),
                                String.valueOf(base.fenDays())),
                        List.of(asOf.toString(), "", String.valueOf(base.fenDaysAt(asOf)))));
    }
}
