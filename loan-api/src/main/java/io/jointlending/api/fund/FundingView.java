package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a master order is funded.
 *
 * @param orderNo master order
 * @param status 10 WAIT_ROUTE, 20 ROUTED, 30 FUNDING, 40 FUNDED, 45 SELF_FUNDED (by the lead alone), 90 MANUAL
 * @param schemeCode ratio scheme chosen, null before
 * @param legs who was asked, by seat
 * @param subOrders the final composition, empty before it is known
 */
public record FundingView(
        String orderNo, Integer status, @Nullable String schemeCode, List<LegView> legs, List<SubOrderView> subOrders)
        implements Serializable {}
