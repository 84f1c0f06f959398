package io.jointlending.fund.route.domain;

import io.jointlending.support.money.CumulativeSplit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ratio scheme (资方组合) as channel-admin-provider has it. Never changed once it exists.
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

    /** What each institution contributes to a loan, in fen, by seat: together exactly the principal. */
    public long[] contributions(long principalFen) {
        return CumulativeSplit.split(
                principalFen, shares.stream().mapToLong(Share::shareBp).toArray());
    }

    /** The institutions that are asked by a call, by seat. */
    public List<Share> external() {
        return shares.stream().filter(Share::external).toList();
    }

    /** The same scheme funded by its lead alone; empty where the lead is an external institution. */
    public Optional<Scheme> leadAlone() {
        return shares.stream()
                .filter(share -> share.lead() && !share.external())
                .findFirst()
                .map(lead -> new Scheme(
                        code, List.of(new Share(lead.seat(), lead.institutionCode(), false, true, WHOLE_BP))));
    }
}
