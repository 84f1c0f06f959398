package io.jointlending.fund.funding.domain;

import io.jointlending.support.money.CumulativeSplit;
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
    public static List<Leg> legs(String orderNo, long principalFen, Scheme scheme) {
        long[] contributions = CumulativeSplit.split(
                principalFen,
                scheme.shares().stream().mapToLong(Scheme.Share::shareBp).toArray());
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < contributions.length; i++) {
            Scheme.Share share = scheme.shares().get(i);
            if (contributions[i] > 0 || share.lead()) {
                legs.add(leg(orderNo, share, contributions[i]));
            }
        }
        return List.copyOf(legs);
    }

    /** The number of a leg: made from the order and the seat, so that asking again is asking the same. */
    public static String requestNo(String orderNo, int seat) {
        return "F" + numbered(orderNo, seat);
    }

    /** The order number and two digits of the seat: the number of a sub-order. */
    public static String numbered(String orderNo, int seat) {
        return orderNo + (seat < 10 ? "0" : "") + seat;
    }

    private static Leg leg(String orderNo, Scheme.Share share, long amountFen) {
        boolean acceptsAtOnce = !share.external() && !share.lead();
        return new Leg(
                share.seat(),
                share.institutionCode(),
                share.external(),
                share.lead(),
                share.shareBp(),
                share.ownAnnualRate(),
                amountFen,
                requestNo(orderNo, share.seat()),
                acceptsAtOnce ? LegStatus.ACCEPTED : LegStatus.INIT,
                0,
                null);
    }
}
