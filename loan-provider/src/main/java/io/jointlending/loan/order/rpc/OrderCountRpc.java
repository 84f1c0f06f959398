package io.jointlending.loan.order.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.OrderCountService;
import io.jointlending.api.loan.StateCountsQuery;
import io.jointlending.api.loan.StateCountsView;
import io.jointlending.loan.order.application.FindStateCounts;

/** Counts of master orders over RPC. */
public final class OrderCountRpc implements OrderCountService {
    private final FindStateCounts findStateCounts;

    public OrderCountRpc(FindStateCounts findStateCounts) {
        this.findStateCounts = findStateCounts;
    }

    @Override
    public RpcResult<StateCountsView> findStateCounts(StateCountsQuery query) {
        return RpcResult.ok(findStateCounts.run(query.days()));
    }
}
