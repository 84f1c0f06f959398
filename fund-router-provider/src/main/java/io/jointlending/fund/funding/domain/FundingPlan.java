package io.jointlending.fund.funding.domain;

import io.jointlending.fund.route.domain.Scheme;
import java.util.ArrayList;
import java.util.List;

/** Whom to ask for how much, as the ratio scheme has it. */
public final class FundingPlan {
    private FundingPlan() {}

    /**
     * The legs of an order by seat. An institution whose part of a very small loan is 0 fen is not asked. The lead always
     * has a leg, even of 0 fen, because it carries what others refuse. An institution of our own that is not the lead has
     * accepted at once: it needs no call.
     */
    public static List<Leg> legs(String orderNo, int attempt, long principalFen, Scheme scheme) {
        long[] contributions = scheme.contributions(principalFen);
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < contributions.length; i++) {
            Scheme.Share share = scheme.shares().get(i);
            if (contributions[i] > 0 || share.lead()) {
                legs.add(leg(orderNo, attempt, share, contributions[i]));
            }
        }
        return List.copyOf(legs);
    }

    /** The number of a leg: made from order, attempt and seat, so that asking again is asking the same. */
    public static String requestNo(String orderNo, int attempt, int seat) {
        return "F" + numbered(orderNo, attempt, seat);
    }

    /**
     * The number of a sub-order, under which the institution knows its part: the order number and two digits of the seat, from
     * the second attempt on two digits of the attempt as well, so that no institution is asked for another loan under a number
     * that it has seen.
     */
    public static String numbered(String orderNo, int attempt, int seat) {
        return orderNo + twoDigits(seat) + (attempt == 1 ? "" : twoDigits(attempt));
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static Leg leg(String orderNo, int attempt, Scheme.Share share, long amountFen) {
        boolean acceptsAtOnce = !share.external() && !share.lead();
        return new Leg(
                share.seat(),
                share.institutionCode(),
                share.external(),
                share.lead(),
                share.shareBp(),
                share.ownAnnualRate(),
                amountFen,
                requestNo(orderNo, attempt, share.seat()),
                acceptsAtOnce ? LegStatus.ACCEPTED : LegStatus.INIT,
                null);
    }
}
