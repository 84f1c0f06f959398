package io.jointlending.fund.funding.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One institution asked to fund an order.
 *
 * @param seat place in the scheme, 1, 2, …
 * @param institutionCode who is asked
 * @param external false for our own company, which accepts by itself
 * @param lead true for the funder of last resort
 * @param shareBp share of the scheme in basis points
 * @param ownAnnualRate its own interest per year as a fraction, or null for its part of the borrower's interest
 * @param amountFen amount asked for in fen; 0 only for a lead that was not asked yet
 * @param requestNo number of the leg
 * @param status where it stands
 * @param reason why it was rejected or cancelled, or why it could not be taken back, or null
 */
public record Leg(
        int seat,
        String institutionCode,
        boolean external,
        boolean lead,
        int shareBp,
        @Nullable BigDecimal ownAnnualRate,
        long amountFen,
        String requestNo,
        LegStatus status,
        @Nullable String reason) {

    private static final int MAX_REASON = 200;

    /** About to be asked for this amount. */
    public Leg sent(long amount) {
        return moved(LegStatus.SENT, amount, null);
    }

    /** Funds this amount. */
    public Leg accepted(long amount) {
        return moved(LegStatus.ACCEPTED, amount, null);
    }

    /** Funds nothing, for this reason. */
    public Leg rejected(String why) {
        return moved(LegStatus.REJECTED, amountFen, shortened(why));
    }

    /** Not needed. */
    public Leg cancelled(String why) {
        return moved(LegStatus.CANCELLED, amountFen, why);
    }

    /** About to be asked to take back what it has agreed to. */
    public Leg cancelling() {
        return moved(LegStatus.CANCELLING, amountFen, null);
    }

    /** Funds its amount after all, because it was not taken back for this reason. */
    public Leg kept(String why) {
        return moved(LegStatus.ACCEPTED, amountFen, shortened(why));
    }

    private static String shortened(String why) {
        return why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why;
    }

    private Leg moved(LegStatus next, long amount, @Nullable String why) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(
                    "leg " + requestNo + " of " + institutionCode + " cannot move from " + status + " to " + next);
        }
        return new Leg(seat, institutionCode, external, lead, shareBp, ownAnnualRate, amount, requestNo, next, why);
    }
}
