package io.jointlending.repayment.repay.rpc;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.SuspenseView;
import io.jointlending.repayment.ledger.application.FindLedger;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.repay.application.FindRepayment;
import io.jointlending.repayment.repay.application.FindSuspense;
import io.jointlending.repayment.repay.application.Repay;

/** The contract of this provider: each method is one use case. */
public final class RepaymentRpc implements RepaymentService {
    private final QuoteRepayment quoteRepayment;
    private final Repay repay;
    private final FindRepayment findRepayment;
    private final FindLedger findLedger;
    private final FindSuspense findSuspense;

    /** The contract over these use cases. */
    public RepaymentRpc(
            QuoteRepayment quoteRepayment,
            Repay repay,
            FindRepayment findRepayment,
            FindLedger findLedger,
            FindSuspense findSuspense) {
        this.quoteRepayment = quoteRepayment;
        this.repay = repay;
        this.findRepayment = findRepayment;
        this.findLedger = findLedger;
        this.findSuspense = findSuspense;
    }

    @Override
    public RpcResult<QuoteView> quote(QuoteRequest request) {
        return RpcResult.ok(quoteRepayment.run(request.orderNo()));
    }

    @Override
    public RpcResult<RepaymentView> repay(RepayRequest request) {
        return RpcResult.ok(repay.run(request));
    }

    @Override
    public RpcResult<RepaymentView> queryRepayByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(findRepayment.run(query.requestNo()));
    }

    @Override
    public RpcResult<LedgerView> findLedger(OrderQuery query) {
        return RpcResult.ok(findLedger.run(query.orderNo()));
    }

    @Override
    public RpcResult<SuspenseView> findSuspense(BorrowerQuery query) {
        return RpcResult.ok(findSuspense.run(query.borrowerNo()));
    }
}
