package io.jointlending.api.fund;

import java.io.Serializable;

/**
 * A sub-order (小订单): one institution's part of a master order.
 *
 * @param subOrderNo number
 * @param seat place in the order of institutions
 * @param institutionCode who funds
 * @param weight weight of the split
 * @param contributionFen part of the principal in fen
 * @param status ACTIVE, SETTLED, TRANSFERRED or WRITTEN_OFF
 */
public record SubOrderView(
        String subOrderNo, Integer seat, String institutionCode, Long weight, Long contributionFen, String status)
        implements Serializable {}
