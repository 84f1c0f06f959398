package io.jointlending.fund.funding.rpc;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.fund.FundingService;
import io.jointlending.api.fund.FundingView;
import io.jointlending.fund.funding.application.FindFunding;

/** The door for questions about funding. */
public final class FundingRpc implements FundingService {
    private final FindFunding findFunding;

    /** One use case. */
    public FundingRpc(FindFunding findFunding) {
        this.findFunding = findFunding;
    }

    @Override
    public RpcResult<FundingView> findFunding(OrderQuery query) {
        return RpcResult.ok(findFunding.run(query.orderNo()));
    }
}
