package io.jointlending.fund.suborder.domain;

/**
 * One institution's part of a master order (小订单).
 *
 * @param subOrderNo number
 * @param orderNo master order
 * @param shardKey gene of the borrower, 0 to 1023
 * @param seat place in the order of institutions; the split depends on it
 * @param institutionCode who funds
 * @param lead true for the funder of last resort
 * @param weight weight of the split
 * @param contributionFen part of the principal in fen
 * @param status where it stands
 */
public record SubOrder(
        String subOrderNo,
        String orderNo,
        int shardKey,
        int seat,
        String institutionCode,
        boolean lead,
        long weight,
        long contributionFen,
        SubOrderStatus status) {

    /** A part without weight or money does not exist. */
    public SubOrder {
        if (weight <= 0 || contributionFen <= 0) {
            throw new IllegalStateException("sub-order " + subOrderNo + " has weight " + weight + " and contribution "
                    + contributionFen + " fen");
        }
    }
}
