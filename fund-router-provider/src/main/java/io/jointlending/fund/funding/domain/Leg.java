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
 * @param requestNo number the institution knows the request by; a leg never has another one
 * @param status where it stands
 * @param queryAttempts how often the result was asked for
 * @param reason why it was rejected, or null
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
        int queryAttempts,
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
        return moved(LegStatus.REJECTED, amountFen, why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why);
    }

    /** Not needed. */
    public Leg cancelled(String why) {
        return moved(LegStatus.CANCELLED, amountFen, why);
    }

    /** Its result was asked for once more. */
    public Leg queried() {
        return new Leg(
                seat,
                institutionCode,
                external,
                lead,
                shareBp,
                ownAnnualRate,
                amountFen,
                requestNo,
                status,
                queryAttempts + 1,
                reason);
    }

    private Leg moved(LegStatus next, long amount, @Nullable String why) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(
                    "leg " + requestNo + " of " + institutionCode + " cannot move from " + status + " to " + next);
        }
        return new Leg(
                seat,
                institutionCode,
                external,
                lead,
                shareBp,
                ownAnnualRate,
                amount,
                requestNo,
                next,
                queryAttempts,
                why);
    }
}
