package io.jointlending.api.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Once;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * Takes one instance of a provider out of the registry and back, through the graceful-shutdown agent that runs in its process.
 * Exported with {@code group=<application name>} by every provider, and called at the address of the instance that is meant, which
 * is how it is reached while nothing of it is registered. People come through {@link InstanceAdminService}.
 */
public interface InstanceService {
    /**
     * Begins to take this instance offline: its guard is asked before anything is changed, and the answer comes before the calls that
     * run have ended. What came of it stands in {@link InstanceAdminService#findInstances}.
     *
     * <p>Codes: A0631 another process has this address now; A0632 a service would have no provider; A0633 the opposite is running;
     * A0634 no agent, or it cannot.
     */
    @Once
    @RequirePermission(Permissions.INSTANCE_OFFLINE)
    RpcResult<InstanceActView> offline(InstanceOfflineRequest request);

    /** Begins to register again what was taken down. Codes: A0631, A0633, A0634. */
    @Once
    @RequirePermission(Permissions.INSTANCE_OFFLINE)
    RpcResult<InstanceActView> online(InstanceOnlineRequest request);
}
