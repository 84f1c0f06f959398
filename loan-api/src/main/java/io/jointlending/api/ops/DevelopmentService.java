package io.jointlending.api.ops;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.DevelopmentOnly;

/** Moves time, for demonstrations and tests. Exported with {@code group=<application name>}. */
@DevelopmentOnly
public interface DevelopmentService {
    /** Makes every instance of this provider take the given day for today. */
    RpcResult<BusinessDateRequest> setBusinessDate(BusinessDateRequest request);
}
