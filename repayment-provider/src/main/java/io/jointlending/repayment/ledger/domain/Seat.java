package io.jointlending.repayment.ledger.domain;

/**
 * One institution's place in the composition of an order.
 *
 * @param subOrderNo its sub-order (小订单)
 * @param seat 1, 2, …: the stored order of institutions, on which the split depends
 * @param institutionCode who funds
 * @param lead true for the funder of last resort
 * @param weight weight of the split
 * @param contributionFen part of the principal in fen
 */
public record Seat(
        String subOrderNo, int seat, String institutionCode, boolean lead, long weight, long contributionFen) {}
