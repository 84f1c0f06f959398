package io.jointlending.api.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Once;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** The processes of the platform: which are registered, and taking one offline and online. Exported by channel-admin-provider. */
public interface InstanceAdminService {
    /** Every instance of every provider, whether it is registered or not. Code: B0320 the registry does not answer. */
    @Query
    @RequirePermission(Permissions.STATUS_READ)
    RpcResult<InstancesView> findInstances(InstancesQuery query);

    /**
     * Asks an instance to go offline, and writes down who wanted it. Answers when it has begun; {@link #findInstances} shows how it
     * goes on.
     *
     * <p>Codes: A0631 no such process; A0632 a service would have no provider, and nothing was changed; A0633 the opposite is
     * running; A0634 no agent, or it cannot; B0320 the instance does not answer.
     */
    @Once(timeoutMillis = 15_000)
    @RequirePermission(Permissions.INSTANCE_OFFLINE)
    RpcResult<InstanceActView> takeOffline(InstanceOfflineRequest request);

    /** Asks an instance to register again what was taken down. Codes: A0631, A0633, A0634, B0320. */
    @Once(timeoutMillis = 15_000)
    @RequirePermission(Permissions.INSTANCE_OFFLINE)
    RpcResult<InstanceActView> bringOnline(InstanceOnlineRequest request);
}
