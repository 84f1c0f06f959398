package io.jointlending.loan.payment.sandbox;

import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.SandboxPaymentRequest;
import io.jointlending.api.loan.SandboxPaymentService;

/** Sets the answers of the sandbox over RPC; exported in development only. */
public final class SandboxPaymentRpc implements SandboxPaymentService {
    private final SandboxPaymentGateway sandbox;

    public SandboxPaymentRpc(SandboxPaymentGateway sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public RpcResult<SandboxPaymentRequest> setAnswer(SandboxPaymentRequest request) {
        sandbox.set(request.orderNo(), request.answer(), request.unknownTimes());
        return RpcResult.ok(request);
    }
}
