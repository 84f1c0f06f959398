package io.jointlending.fund.funding.domain;

import io.jointlending.support.money.CumulativeSplit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who funds an order in the end, by which weights. Everything the borrower ever pays is split by these weights, so the
 * composition is final.
 *
 * @param status FUNDED, or SELF_FUNDED where refusals left the lead alone
 * @param parts by seat; the contributions add up to the principal and {@code split(principal, weights)} gives exactly them
 */
public record Composition(FundingStatus status, List<Part> parts) {
    /**
     * One institution's part.
     *
     * @param seat place in the order of institutions
     * @param institutionCode who funds
     * @param lead true for the funder of last resort
     * @param weight weight of the split
     * @param contributionFen part of the principal in fen
     * @param ownAnnualRate its own interest per year as a fraction, or null for its part of the borrower's interest
     */
    public record Part(
            int seat,
            String institutionCode,
            boolean lead,
            long weight,
            long contributionFen,
            @Nullable BigDecimal ownAnnualRate) {}

    /**
     * The composition of legs that are all decided. The weights are the basis points of the scheme; where a refusal, or
     * the dropping of a part of 0 fen, made the contributions differ from what those weights would give, the weights are
     * the contributions in fen.
     */
    public static Composition of(String orderNo, long principalFen, List<Leg> legs) {
        List<Leg> funding = new ArrayList<>();
        boolean refused = false;
        for (Leg leg : legs) {
            switch (leg.status()) {
                case ACCEPTED -> funding.add(leg);
                case REJECTED -> refused = true;
                case CANCELLED -> {}
                case INIT, SENT, CANCELLING ->
                    throw new IllegalStateException(
                            "order " + orderNo + " is composed while a leg is undecided: " + legs);
            }
        }
        long[] contributions = funding.stream().mapToLong(Leg::amountFen).toArray();
        check(orderNo, principalFen, contributions, legs);
        long[] shares = funding.stream().mapToLong(Leg::shareBp).toArray();
        boolean asPlanned = !refused && Arrays.equals(CumulativeSplit.split(principalFen, shares), contributions);
        long[] weights = asPlanned ? shares : contributions;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            Leg leg = funding.get(i);
            parts.add(new Part(
                    leg.seat(), leg.institutionCode(), leg.lead(), weights[i], contributions[i], leg.ownAnnualRate()));
        }
        boolean alone = refused && parts.size() == 1 && parts.get(0).lead();
        return new Composition(alone ? FundingStatus.SELF_FUNDED : FundingStatus.FUNDED, List.copyOf(parts));
    }

    private static void check(String orderNo, long principalFen, long[] contributions, List<Leg> legs) {
        long sum = 0;
        for (long contribution : contributions) {
            if (contribution <= 0) {
                throw new IllegalStateException("order " + orderNo + " has a contribution of " + contribution
                        + " fen among " + Arrays.toString(contributions) + ": " + legs);
            }
            sum = Math.addExact(sum, contribution);
        }
        if (sum != principalFen) {
            throw new IllegalStateException("order " + orderNo + ": the contributions "
                    + Arrays.toString(contributions) + " add up to " + sum + " fen, not to the principal "
                    + principalFen + ": " + legs);
        }
    }
}
