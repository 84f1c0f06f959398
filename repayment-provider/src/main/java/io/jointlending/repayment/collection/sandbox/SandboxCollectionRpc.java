package io.jointlending.repayment.collection.sandbox;

import io.jointlending.api.RpcResult;
import io.jointlending.api.repayment.SandboxCollectionRequest;
import io.jointlending.api.repayment.SandboxCollectionService;

/** Sets the answers of the sandbox over RPC; exported in development only. */
public final class SandboxCollectionRpc implements SandboxCollectionService {
    private final SandboxDeductions sandbox;

    /** The settings of this sandbox. */
    public SandboxCollectionRpc(SandboxDeductions sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public RpcResult<SandboxCollectionRequest> setAnswer(SandboxCollectionRequest request) {
        sandbox.set(request.orderNo(), request.answer(), request.unknownTimes());
        return RpcResult.ok(request);
    }
}
