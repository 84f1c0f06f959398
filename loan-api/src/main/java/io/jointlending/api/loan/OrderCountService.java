package io.jointlending.api.loan;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** How many master orders are in each state, and were. */
public interface OrderCountService {
    /**
     * Counts of the last days, oldest first: one for each hour for up to seven days, else the last one of each day. There is none for a
     * time at which no instance ran.
     */
    @Query
    @RequirePermission(Permissions.STATUS_READ)
    RpcResult<StateCountsView> findStateCounts(StateCountsQuery query);
}
