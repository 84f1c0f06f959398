package io.jointlending.loan.payment.rpc;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.PaymentCallbackService;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.loan.payment.application.ReceivePaymentResult;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Payment results over RPC. */
public final class PaymentCallbackRpc implements PaymentCallbackService {
    private final ReceivePaymentResult receive;
    private final IdempotentCommands commands;

    public PaymentCallbackRpc(ReceivePaymentResult receive, IdempotentCommands commands) {
        this.receive = receive;
        this.commands = commands;
    }

    @Override
    public RpcResult<PaymentResultView> onResult(PaymentResultRequest request) {
        return RpcResult.ok(receive.run(request));
    }

    @Override
    public RpcResult<PaymentResultView> queryOnResultByRequestNo(RequestNoQuery query) {
        CommandKey key = CommandKey.of(ReceivePaymentResult.OPERATION, query.requestNo());
        return RpcResult.ok(commands.findAnswer(key, PaymentResultView.class));
    }
}
