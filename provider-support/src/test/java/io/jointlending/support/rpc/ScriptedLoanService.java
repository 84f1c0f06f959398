package io.jointlending.support.rpc;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.OrderHistoryView;
import io.jointlending.api.loan.PlanView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.message.MasterOrderActivated;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A loan service that does what the test says when a loan is submitted. */
final class ScriptedLoanService implements LoanService {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Function<SubmitLoanRequest, RpcResult<MasterOrderView>> script = request -> {
        throw new UnsupportedOperationException();
    };

    void script(Function<SubmitLoanRequest, RpcResult<MasterOrderView>> next) {
        calls.set(0);
        script = next;
    }

    int calls() {
        return calls.get();
    }

    @Override
    public RpcResult<MasterOrderView> submit(SubmitLoanRequest request) {
        calls.incrementAndGet();
        return script.apply(request);
    }

    @Override
    public RpcResult<MasterOrderView> querySubmitByRequestNo(RequestNoQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<LoanOutView> loanOut(LoanOutRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<LoanOutView> queryLoanOutByRequestNo(RequestNoQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<MasterOrderView> findOrder(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<PlanView> findPlan(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<OrderHistoryView> findOrderHistory(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<MasterOrderActivated> findActivation(OrderQuery query) {
        throw new UnsupportedOperationException();
    }
}
