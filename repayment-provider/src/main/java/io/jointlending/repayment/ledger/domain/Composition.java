package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.money.LeadMargin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who funds an order, in stored order, by which weights. Fixed once the sub-orders exist: the split never reads a live
 * configuration.
 *
 * @param seats by seat
 */
public record Composition(List<Seat> seats) {
    /** Sorts by seat; refuses one without seats, with a seat twice, or with a seat that funds nothing. */
    public Composition {
        seats = seats.stream().sorted(Comparator.comparingInt(Seat::seat)).toList();
        boolean positive = seats.stream().allMatch(seat -> seat.contributionFen() > 0 && seat.weight() > 0);
        boolean once = seats.stream().map(Seat::seat).distinct().count() == seats.size()
                && seats.stream().map(Seat::subOrderNo).distinct().count() == seats.size();
        if (seats.isEmpty() || !positive || !once) {
            throw new IllegalArgumentException("No composition of an order: " + seats);
        }
    }

    /**
     * The composition of an order of this amount. Where the contributions are not the split of the amount by the weights
     * (a leg of nothing was dropped, or another scheme funded), the contributions themselves are the weights, so that the
     * principal dues of every institution add up to its contribution.
     *
     * @throws IllegalArgumentException when the contributions do not add up to the amount
     */
    public static Composition of(List<Seat> seats, long principalFen) {
        Composition given = new Composition(seats);
        BigInteger sum = Arrays.stream(given.contributions())
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (!sum.equals(BigInteger.valueOf(principalFen))) {
            throw new IllegalArgumentException(
                    "Contributions of " + sum + " fen do not fund " + principalFen + " fen: " + seats);
        }
        if (Arrays.equals(CumulativeSplit.split(principalFen, given.weights()), given.contributions())) {
            return given;
        }
        return new Composition(given.seats.stream()
                .map(seat -> new Seat(
                        seat.subOrderNo(),
                        seat.seat(),
                        seat.institutionCode(),
                        seat.lead(),
                        seat.contributionFen(),
                        seat.contributionFen(),
                        seat.ownAnnualRate()))
                .toList());
    }

    /** Number of institutions. */
    public int size() {
        return seats.size();
    }

    /** Weights in stored order. */
    public long[] weights() {
        return seats.stream().mapToLong(Seat::weight).toArray();
    }

    /**
     * True when an institution gets interest at a rate of its own and the lead is there to get what is left. A loan so small
     * that the lead funds nothing of it is shared by the weights alone.
     */
    public boolean ownRates() {
        return seats.stream().anyMatch(seat -> seat.ownAnnualRate() != null)
                && seats.stream().anyMatch(Seat::lead);
    }

    /** True when the rates leave the lead less than nothing, beyond the fen to which contributions are rounded. */
    public boolean leadLoses(BigDecimal borrowerRate) {
        BigDecimal margin = LeadMargin.of(
                seats.stream()
                        .map(seat -> new LeadMargin.Place(seat.contributionFen(), seat.lead(), seat.ownAnnualRate()))
                        .toList(),
                borrowerRate);
        return ownRates() && margin.compareTo(BigDecimal.valueOf(-size())) < 0;
    }

    private long[] contributions() {
        return seats.stream().mapToLong(Seat::contributionFen).toArray();
    }
}
