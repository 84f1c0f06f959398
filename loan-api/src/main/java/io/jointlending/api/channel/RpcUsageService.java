package io.jointlending.api.channel;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Which contract methods of the platform are in use: what is registered, who consumes it, how often it is called. */
public interface RpcUsageService {
    /**
     * Every method that a registered provider exports, with a verdict.
     *
     * <p>A method is unused when no consumer of its contract is registered, it was not called in the days that were asked for, and
     * it has been counted for as long. Whatever is not known is never called unused. Code: B0320 the registry does not answer.
     */
    @Query(timeoutMillis = 10_000)
    @RequirePermission(Permissions.RPC_READ)
    RpcResult<RpcUsageView> findUsage(RpcUsageQuery query);
}
