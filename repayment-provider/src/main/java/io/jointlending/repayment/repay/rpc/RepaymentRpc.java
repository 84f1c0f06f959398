package io.jointlending.repayment.repay.rpc;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.repayment.ApplySuspenseRequest;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.PayOffQuoteView;
import io.jointlending.api.repayment.PayOffRequest;
import io.jointlending.api.repayment.PrepayRequest;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.api.repayment.RefundRequest;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.ReverseRequest;
import io.jointlending.api.repayment.SplitQuery;
import io.jointlending.api.repayment.SplitView;
import io.jointlending.api.repayment.SuspenseRefundRequest;
import io.jointlending.api.repayment.SuspenseRefundResult;
import io.jointlending.api.repayment.SuspenseRefundView;
import io.jointlending.api.repayment.SuspenseView;
import io.jointlending.api.repayment.TakeOverRequest;
import io.jointlending.api.repayment.WaiveRequest;
import io.jointlending.api.repayment.WriteOffRequest;
import io.jointlending.repayment.repay.application.ApplySuspense;
import io.jointlending.repayment.repay.application.ConfirmSuspenseRefund;
import io.jointlending.repayment.repay.application.PayOff;
import io.jointlending.repayment.repay.application.Prepay;
import io.jointlending.repayment.repay.application.RefundPurchase;
import io.jointlending.repayment.repay.application.RefundSuspense;
import io.jointlending.repayment.repay.application.Repay;
import io.jointlending.repayment.repay.application.ReverseEvent;
import io.jointlending.repayment.repay.application.TakeOver;
import io.jointlending.repayment.repay.application.Waive;
import io.jointlending.repayment.repay.application.WriteOff;

/** The contract of this provider: each method is one use case. */
public final class RepaymentRpc implements RepaymentService {
    private final RepaymentQueries queries;
    private final RepaymentCommands commands;

    /** The contract over these use cases. */
    public RepaymentRpc(RepaymentQueries queries, RepaymentCommands commands) {
        this.queries = queries;
        this.commands = commands;
    }

    @Override
    public RpcResult<QuoteView> quote(QuoteRequest request) {
        return RpcResult.ok(queries.quote().run(request.orderNo()));
    }

    @Override
    public RpcResult<PayOffQuoteView> quotePayOff(QuoteRequest request) {
        return RpcResult.ok(queries.quotePayOff().run(request.orderNo()));
    }

    @Override
    public RpcResult<LedgerView> findLedger(OrderQuery query) {
        return RpcResult.ok(queries.findLedger().run(query.orderNo()));
    }

    @Override
    public RpcResult<SplitView> findSplit(SplitQuery query) {
        return RpcResult.ok(queries.findSplit().run(query.orderNo(), query.sequence()));
    }

    @Override
    public RpcResult<SuspenseView> findSuspense(BorrowerQuery query) {
        return RpcResult.ok(queries.findSuspense().run(query.borrowerNo()));
    }

    @Override
    public RpcResult<RepaymentView> repay(RepayRequest request) {
        return RpcResult.ok(commands.repay().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryRepayByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(Repay.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> prepay(PrepayRequest request) {
        return RpcResult.ok(commands.prepay().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryPrepayByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(Prepay.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> payOff(PayOffRequest request) {
        return RpcResult.ok(commands.payOff().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryPayOffByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(PayOff.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> reverse(ReverseRequest request) {
        return RpcResult.ok(commands.reverse().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryReverseByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(ReverseEvent.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> waive(WaiveRequest request) {
        return RpcResult.ok(commands.waive().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryWaiveByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(Waive.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> writeOff(WriteOffRequest request) {
        return RpcResult.ok(commands.writeOff().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryWriteOffByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(WriteOff.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> refund(RefundRequest request) {
        return RpcResult.ok(commands.refund().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryRefundByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(RefundPurchase.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> takeOver(TakeOverRequest request) {
        return RpcResult.ok(commands.takeOver().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryTakeOverByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(TakeOver.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<RepaymentView> applySuspense(ApplySuspenseRequest request) {
        return RpcResult.ok(commands.applySuspense().run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryApplySuspenseByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(queries.answers().run(ApplySuspense.OPERATION, query.requestNo(), RepaymentView.class));
    }

    @Override
    public RpcResult<SuspenseRefundView> requestSuspenseRefund(SuspenseRefundRequest request) {
        return RpcResult.ok(commands.requestSuspenseRefund().run(request));
    }

    @Override
    public RpcResult<SuspenseRefundView> queryRequestSuspenseRefundByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(
                queries.answers().run(RefundSuspense.OPERATION, query.requestNo(), SuspenseRefundView.class));
    }

    @Override
    public RpcResult<SuspenseRefundView> confirmSuspenseRefund(SuspenseRefundResult request) {
        return RpcResult.ok(commands.confirmSuspenseRefund().run(request));
    }

    @Override
    public RpcResult<SuspenseRefundView> queryConfirmSuspenseRefundByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(
                queries.answers().run(ConfirmSuspenseRefund.OPERATION, query.requestNo(), SuspenseRefundView.class));
    }
}
