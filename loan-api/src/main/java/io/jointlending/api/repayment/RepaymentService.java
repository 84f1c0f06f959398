package io.jointlending.api.repayment;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.loan.BorrowerQuery;

/** Quotes, repayments and the ledger of master orders and sub-orders. */
public interface RepaymentService {
    /** What is owed today (试算). Code: A0541. */
    @Query
    RpcResult<QuoteView> quote(QuoteRequest request);

    /**
     * Books money already received: past due, then due, then in advance, oldest installment first, inside it penalty,
     * fee, interest, principal; in the same transaction every settled fen is split to the sub-orders. Money beyond
     * everything owed goes to the customer's suspense balance.
     *
     * <p>Codes: A0541 no ledger, A0542 receipt already booked, A0543 stale quote.
     */
    @Command
    RpcResult<RepaymentView> repay(RepayRequest request);

    /** The stored answer of {@link #repay}. */
    @Query
    RpcResult<RepaymentView> queryRepayByRequestNo(RequestNoQuery query);

    /** The ledger now. Code: A0541. */
    @Query
    RpcResult<LedgerView> findLedger(OrderQuery query);

    /** The suspense balance of a customer, 0 when there never was one. */
    @Query
    RpcResult<SuspenseView> findSuspense(BorrowerQuery query);
}
