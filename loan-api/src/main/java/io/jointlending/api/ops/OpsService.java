package io.jointlending.api.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;

/** What every provider says of itself. Exported with {@code group=<application name>}. */
public interface OpsService {
    /** The instance that happens to answer. */
    @Query
    RpcResult<StatusView> status(StatusRequest request);
}
