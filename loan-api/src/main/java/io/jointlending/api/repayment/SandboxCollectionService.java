package io.jointlending.api.repayment;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.DevelopmentOnly;

/** Sets the answers of the sandbox that collections ask. */
@DevelopmentOnly
public interface SandboxCollectionService {
    /** From now on the sandbox answers so for this order. Without a setting it refuses. */
    RpcResult<SandboxCollectionRequest> setAnswer(SandboxCollectionRequest request);
}
