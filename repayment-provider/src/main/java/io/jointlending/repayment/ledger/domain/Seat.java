package io.jointlending.repayment.ledger.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One institution's place in the composition of an order.
 *
 * @param subOrderNo its sub-order (小订单)
 * @param seat 1, 2, …: the stored order of institutions, on which the split depends
 * @param institutionCode who funds
 * @param lead true for the funder of last resort
 * @param weight weight of the split
 * @param contributionFen part of the principal in fen
 * @param ownAnnualRate its own interest per year as a fraction, or null for its part of the borrower's interest
 */
public record Seat(
        String subOrderNo,
        int seat,
        String institutionCode,
        boolean lead,
        long weight,
        long contributionFen,
        @Nullable BigDecimal ownAnnualRate) {
    /** The rate loses its trailing zeros, so that equal seats are equal; refuses one of the lead. */
    public Seat {
        ownAnnualRate = ownAnnualRate == null ? null : ownAnnualRate.stripTrailingZeros();
        if (ownAnnualRate != null && (lead || ownAnnualRate.signum() < 0)) {
            throw new IllegalArgumentException(
                    "Seat " + seat + " of " + institutionCode + ", lead " + lead + ", has a rate of " + ownAnnualRate);
        }
    }

    /** An institution that gets its part of the borrower's interest. */
    public Seat(String subOrderNo, int seat, String institutionCode, boolean lead, long weight, long contributionFen) {
        this(subOrderNo, seat, institutionCode, lead, weight, contributionFen, null);
    }
}
