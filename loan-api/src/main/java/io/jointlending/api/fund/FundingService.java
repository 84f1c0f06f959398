package io.jointlending.api.fund;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;

/** How orders are funded. Funding itself starts by message. */
public interface FundingService {
    /** Legs and sub-orders of an order. Code: A0531. */
    @Query
    RpcResult<FundingView> findFunding(OrderQuery query);
}
