package io.jointlending.api.loan;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.DevelopmentOnly;

/** Sets the answers of the sandbox payment system. */
@DevelopmentOnly
public interface SandboxPaymentService {
    /** From now on the sandbox answers so for this order. Without a setting it answers UNKNOWN. */
    RpcResult<SandboxPaymentRequest> setAnswer(SandboxPaymentRequest request);
}
