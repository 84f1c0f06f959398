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
        return places.stream().map(place -> leaves(place, borrowerRate)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The working-out of {@link #of}: what each place leaves of the borrower's interest on its weight. */
    public static Explanation explain(List<Place> places, BigDecimal borrowerRate) {
        List<List<String>> rows = places.stream()
                .map(place -> List.of(
                        place.lead() ? "lead" : "other",
                        String.valueOf(place.weight()),
                        rate(place, borrowerRate).toPlainString(),
                        leaves(place, borrowerRate).toPlainString()))
                .toList();
        BigDecimal left = of(places, borrowerRate);
        return new Explanation(
                "margin of the lead at " + borrowerRate.toPlainString() + " a year",
                List.of(
                        "each leaves (borrower's rate - its own rate) x weight; the lead has no rate of its own",
                        "left for the lead: " + left.toPlainString()
                                + (left.signum() < 0 ? ", less than nothing: refused" : "")),
                List.of("place", "weight", "rate", "leaves"),
                rows);
    }

    private static BigDecimal leaves(Place place, BigDecimal borrowerRate) {
        return borrowerRate.subtract(rate(place, borrowerRate)).multiply(BigDecimal.valueOf(place.weight()));
    }

    private static BigDecimal rate(Place place, BigDecimal borrowerRate) {
        BigDecimal own = place.ownAnnualRate();
        return place.lead() ? BigDecimal.ZERO : own == null ? borrowerRate : own;
    }
}
