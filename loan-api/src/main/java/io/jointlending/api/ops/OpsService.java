package io.jointlending.api.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** What every provider says of itself. Exported with {@code group=<application name>}. */
public interface OpsService {
    /** The instance that happens to answer. */
    @Query
    @RequirePermission(Permissions.STATUS_READ)
    RpcResult<StatusView> status(StatusRequest request);

    /** How often its methods were called in the last days, all instances of the provider together. */
    @Query
    @RequirePermission(Permissions.RPC_READ)
    RpcResult<CallsView> calls(CallsQuery query);

    /** Which statements cost the instance that happens to answer most, since it started. Their text has no values. */
    @Query
    @RequirePermission(Permissions.STATUS_READ)
    RpcResult<StatementsView> statements(StatementsQuery query);
}
