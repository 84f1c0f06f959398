package io.jointlending.api.fund;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** How orders are funded. Funding itself starts by message. */
public interface FundingService {
    /** Legs and sub-orders of an order. Code: A0531. */
    @Query
    @RequirePermission(Permissions.FUNDING_READ)
    RpcResult<FundingView> findFunding(OrderQuery query);
}
