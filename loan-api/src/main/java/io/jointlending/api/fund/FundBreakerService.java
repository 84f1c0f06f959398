package io.jointlending.api.fund;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** The breakers (熔断) before the calls to institutions, for operators who know more than the figures do. */
public interface FundBreakerService {
    /** Every endpoint that an active flow calls, as the instance that answers treats it. */
    @Query
    @RequirePermission(Permissions.STATUS_READ)
    RpcResult<BreakersView> findBreakers(BreakersQuery query);

    /**
     * Holds a breaker open or closed for a time, or leaves it to the figures again. In force at the instance that answers at
     * once, at every other within some seconds. One that was held closed is measured anew afterwards. The last word on an endpoint
     * holds.
     *
     * <p>Codes: A0602 no active flow calls this endpoint of this channel; A0400 {@code minutes} are missing, or given where
     * nothing is held.
     */
    @Command
    @RequirePermission(Permissions.BREAKER_SWITCH)
    RpcResult<BreakerView> switchBreaker(SwitchBreakerRequest request);

    /** The stored answer of {@link #switchBreaker}. */
    @Query
    RpcResult<BreakerView> querySwitchBreakerByRequestNo(RequestNoQuery query);
}
