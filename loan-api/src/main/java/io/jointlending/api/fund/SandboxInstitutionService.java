package io.jointlending.api.fund;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.DevelopmentOnly;

/** Sets the answers of the sandbox institutions. */
@DevelopmentOnly
public interface SandboxInstitutionService {
    /** From now on the institution answers so for this order. Without a setting it accepts. */
    RpcResult<SandboxInstitutionRequest> setAnswer(SandboxInstitutionRequest request);
}
