package io.jointlending.support.money;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What institutions with rates of their own leave the lead of the borrower's interest. The lead gets what is left, so it
 * must not be less than nothing.
 */
public final class LeadMargin {
    private LeadMargin() {}

    /**
     * One institution's place.
     *
     * @param weight weight of the split, positive
     * @param lead true for the one that gets what is left
     * @param ownAnnualRate its rate as a fraction, or null for its part of the borrower's interest
     */
    public record Place(long weight, boolean lead, @Nullable BigDecimal ownAnnualRate) {}

    /**
     * What is left, as the yearly rate on the whole loan times the sum of the weights: exact, and negative where the others
     * would get more than the borrower pays.
     *
     * @param borrowerRate the borrower's yearly rate as a fraction
     */
    public static BigDecimal of(List<Place> places, BigDecimal borrowerRate) {
        BigDecimal left = BigDecimal.ZERO;
        for (Place place : places) {
            BigDecimal own = place.ownAnnualRate();
            BigDecimal rate = place.lead() ? BigDecimal.ZERO : own == null ? borrowerRate : own;
            left = left.add(borrowerRate.subtract(rate).multiply(BigDecimal.valueOf(place.weight())));
        }
        return left;
    }
}
