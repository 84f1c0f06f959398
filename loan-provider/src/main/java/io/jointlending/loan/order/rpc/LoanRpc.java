package io.jointlending.loan.order.rpc;

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
import io.jointlending.loan.order.application.FindActivation;
import io.jointlending.loan.order.application.FindOrder;
import io.jointlending.loan.order.application.FindOrderHistory;
import io.jointlending.loan.order.application.FindPlan;
import io.jointlending.loan.order.application.LoanOut;
import io.jointlending.loan.order.application.SubmitLoan;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Master orders over RPC. */
public final class LoanRpc implements LoanService {
    private final SubmitLoan submit;
    private final LoanOut loanOut;
    private final FindOrder findOrder;
    private final FindPlan findPlan;
    private final FindOrderHistory findOrderHistory;
    private final FindActivation findActivation;
    private final IdempotentCommands commands;

    public LoanRpc(SubmitLoan submit, LoanOut loanOut, MasterOrders orders, IdempotentCommands commands) {
        this.submit = submit;
        this.loanOut = loanOut;
        this.findOrder = new FindOrder(orders);
        this.findPlan = new FindPlan(orders);
        this.findOrderHistory = new FindOrderHistory(orders);
        this.findActivation = new FindActivation(orders);
        this.commands = commands;
    }

    @Override
    public RpcResult<MasterOrderView> submit(SubmitLoanRequest request) {
        return RpcResult.ok(submit.run(request));
    }

    @Override
    public RpcResult<MasterOrderView> querySubmitByRequestNo(RequestNoQuery query) {
        CommandKey key = CommandKey.of(SubmitLoan.OPERATION, query.requestNo());
        return RpcResult.ok(commands.findAnswer(key, MasterOrderView.class));
    }

    @Override
    public RpcResult<LoanOutView> loanOut(LoanOutRequest request) {
        return RpcResult.ok(loanOut.run(request));
    }

    @Override
    public RpcResult<LoanOutView> queryLoanOutByRequestNo(RequestNoQuery query) {
        CommandKey key = CommandKey.of(LoanOut.OPERATION, query.requestNo());
        return RpcResult.ok(commands.findAnswer(key, LoanOutView.class));
    }

    @Override
    public RpcResult<MasterOrderView> findOrder(OrderQuery query) {
        return RpcResult.ok(findOrder.run(query.orderNo()));
    }

    @Override
    public RpcResult<PlanView> findPlan(OrderQuery query) {
        return RpcResult.ok(findPlan.run(query.orderNo()));
    }

    @Override
    public RpcResult<OrderHistoryView> findOrderHistory(OrderQuery query) {
        return RpcResult.ok(findOrderHistory.run(query.orderNo()));
    }

    @Override
    public RpcResult<MasterOrderActivated> findActivation(OrderQuery query) {
        return RpcResult.ok(findActivation.run(query.orderNo()));
    }
}
