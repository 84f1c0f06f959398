package io.jointlending.api.loan;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;
import io.jointlending.api.message.MasterOrderActivated;

/** Master orders from submission to the end, and their repayment plan as issued. */
public interface LoanService {
    /**
     * Makes a master order in state 10.
     *
     * <p>Codes: A0521 unknown product, A0522 not on sale, A0523 amount, A0524 term, A0526 scheme, A0623 unknown
     * channel, A0624 channel not enabled, A0630 no channel where orders must name one.
     */
    @Command
    RpcResult<MasterOrderView> submit(SubmitLoanRequest request);

    /** The stored answer of {@link #submit}. */
    @Query
    RpcResult<MasterOrderView> querySubmitByRequestNo(RequestNoQuery query);

    /**
     * Pays a submitted order with a loan: in one transaction the borrower is activated if need be, credit is reserved,
     * the repayment plan is made and stored, and the order waits for its payment result in state 30.
     *
     * <p>Codes: A0511 unknown order, A0512 state, A0522 product, A0502, A0503, A0504 borrower, A0505 credit.
     */
    @Command
    RpcResult<LoanOutView> loanOut(LoanOutRequest request);

    /** The stored answer of {@link #loanOut}. */
    @Query
    RpcResult<LoanOutView> queryLoanOutByRequestNo(RequestNoQuery query);

    /** The order now. Code: A0511. */
    @Query
    @RequirePermission(Permissions.ORDER_READ)
    RpcResult<MasterOrderView> findOrder(OrderQuery query);

    /** The plan as issued. Codes: A0511, A0512 before the loan out. */
    @Query
    @RequirePermission(Permissions.ORDER_READ)
    RpcResult<PlanView> findPlan(OrderQuery query);

    /** The states an order went through. Code: A0511. */
    @Query
    @RequirePermission(Permissions.ORDER_READ)
    RpcResult<OrderHistoryView> findOrderHistory(OrderQuery query);

    /**
     * The same facts as the message {@link MasterOrderActivated}, for whoever needs them before the message arrives.
     * Codes: A0511, A0512 before the order is active.
     */
    @Query
    RpcResult<MasterOrderActivated> findActivation(OrderQuery query);
}
