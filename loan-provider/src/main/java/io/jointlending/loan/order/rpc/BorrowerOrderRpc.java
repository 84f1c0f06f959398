package io.jointlending.loan.order.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.BorrowerOrderService;
import io.jointlending.api.loan.BorrowerOrdersQuery;
import io.jointlending.api.loan.BorrowerOrdersView;
import io.jointlending.loan.order.application.FindBorrowerOrders;

/** Orders by borrower over RPC. */
public final class BorrowerOrderRpc implements BorrowerOrderService {
    private final FindBorrowerOrders find;

    /** One use case. */
    public BorrowerOrderRpc(FindBorrowerOrders find) {
        this.find = find;
    }

    @Override
    public RpcResult<BorrowerOrdersView> findOrders(BorrowerOrdersQuery query) {
        return RpcResult.ok(find.run(query));
    }
}
