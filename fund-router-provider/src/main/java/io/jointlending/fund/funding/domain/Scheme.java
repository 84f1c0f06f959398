package io.jointlending.fund.funding.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ratio scheme as it was when the order was routed.
 *
 * @param code code
 * @param shares by seat
 */
public record Scheme(String code, List<Share> shares) {
    private static final int WHOLE_BP = 10_000;

    /** Trusts nobody: a scheme that is not whole would break the split of every order made from it. */
    public Scheme {
        shares = List.copyOf(shares);
        int seat = 0;
        int totalBp = 0;
        int leads = 0;
        for (Share share : shares) {
            if (share.seat() <= seat) {
                throw new IllegalStateException("scheme " + code + " is not in seat order: " + shares);
            }
            seat = share.seat();
            totalBp = Math.addExact(totalBp, share.shareBp());
            leads += share.lead() ? 1 : 0;
        }
        if (totalBp != WHOLE_BP || leads != 1) {
            throw new IllegalStateException(
                    "scheme " + code + " has " + totalBp + " basis points and " + leads + " leads: " + shares);
        }
    }

    /**
     * One institution's share.
     *
     * @param seat place in the order of institutions, 1, 2, …
     * @param institutionCode who funds
     * @param external false for our own company, which needs no call
     * @param lead true for the funder of last resort
     * @param shareBp share in basis points
     * @param ownAnnualRate its own interest per year as a fraction, or null for its part of the borrower's interest
     */
    public record Share(
            int seat,
            String institutionCode,
            boolean external,
            boolean lead,
            int shareBp,
            @Nullable BigDecimal ownAnnualRate) {
        /** An institution that gets its part of the borrower's interest. */
        public Share(int seat, String institutionCode, boolean external, boolean lead, int shareBp) {
            this(seat, institutionCode, external, lead, shareBp, null);
        }
    }
}
