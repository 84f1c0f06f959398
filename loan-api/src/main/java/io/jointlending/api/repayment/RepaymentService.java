package io.jointlending.api.repayment;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.approval.Actions;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.FourEyes;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;
import io.jointlending.api.loan.BorrowerQuery;

/** Quotes, repayments and the ledger of master orders and sub-orders. */
public interface RepaymentService {
    /** What is owed today (试算). Code: A0541. */
    @Query
    @RequirePermission(Permissions.LEDGER_READ)
    RpcResult<QuoteView> quote(QuoteRequest request);

    /**
     * Books money already received: past due, then due, then in advance, oldest installment first, inside it penalty,
     * fee, interest, principal; in the same transaction every settled fen is split to the sub-orders. Money beyond
     * everything owed goes to the customer's suspense balance.
     *
     * <p>Codes: A0541 no ledger, A0542 receipt already booked, A0543 stale quote, A0545 value date.
     */
    @Command
    RpcResult<RepaymentView> repay(RepayRequest request);

    /** The stored answer of {@link #repay}. */
    @Query
    RpcResult<RepaymentView> queryRepayByRequestNo(RequestNoQuery query);

    /** What paying everything off today costs. Code: A0541. */
    @Query
    @RequirePermission(Permissions.LEDGER_READ)
    RpcResult<PayOffQuoteView> quotePayOff(QuoteRequest request);

    /**
     * Books money already received: what is due is paid first, the rest is principal paid before it is due, and the plan
     * becomes smaller. Without such principal it is an ordinary payment. Money beyond the open principal goes to suspense.
     *
     * <p>Codes: A0541, A0542, A0543, A0545.
     */
    @Command
    RpcResult<RepaymentView> prepay(PrepayRequest request);

    /** The stored answer of {@link #prepay}. */
    @Query
    RpcResult<RepaymentView> queryPrepayByRequestNo(RequestNoQuery query);

    /**
     * Books money that pays everything off: dues, penalty, principal, interest to the day, and the product's fee. Money
     * beyond it goes to suspense.
     *
     * <p>Codes: A0541, A0542, A0543, A0545, A0546 less than the pay-off, nothing is booked.
     */
    @Command
    RpcResult<RepaymentView> payOff(PayOffRequest request);

    /** The stored answer of {@link #payOff}. */
    @Query
    RpcResult<RepaymentView> queryPayOffByRequestNo(RequestNoQuery query);

    /**
     * Takes an event back: what it settled is open again, for the borrower and for each institution. Dues stay, but a
     * prepayment is planned again, and a pay-off gives back the interest it ended. It can open a settled order again.
     *
     * <p>Codes: A0541, A0544 no such event, A0545, A0548 written off or refunded, A0549, A0550, A0551 its excess is used.
     */
    @Command
    RpcResult<RepaymentView> reverse(ReverseRequest request);

    /** The stored answer of {@link #reverse}. */
    @Query
    RpcResult<RepaymentView> queryReverseByRequestNo(RequestNoQuery query);

    /**
     * Gives dues up, in the order in which money settles; borne by all institutions by their weights.
     *
     * <p>Codes: A0541, A0545, A0553, A0554, A0555, A0614 the ledger has moved, A0400 for one institution alone.
     */
    @Command
    @FourEyes(Actions.WAIVE)
    RpcResult<RepaymentView> waive(WaiveRequest request);

    /** The stored answer of {@link #waive}. */
    @Query
    RpcResult<RepaymentView> queryWaiveByRequestNo(RequestNoQuery query);

    /**
     * Gives everything up that is open today. No credit comes back, and the ledger is closed for ever.
     *
     * <p>Codes: A0541, A0555, A0556, A0614 the ledger has moved.
     */
    @Command
    @FourEyes(Actions.WRITE_OFF)
    RpcResult<RepaymentView> writeOff(WriteOffRequest request);

    /** The stored answer of {@link #writeOff}. */
    @Query
    RpcResult<RepaymentView> queryWriteOffByRequestNo(RequestNoQuery query);

    /**
     * Books the purchase price that the merchant gave back: it pays the order off, and the rest goes to suspense. Interest
     * paid stays paid.
     *
     * <p>Codes: A0541, A0542, A0545, A0557 for a part of the loan amount.
     */
    @Command
    RpcResult<RepaymentView> refund(RefundRequest request);

    /** The stored answer of {@link #refund}. */
    @Query
    RpcResult<RepaymentView> queryRefundByRequestNo(RequestNoQuery query);

    /** Moves the part of an institution to the lead; always refused so far. Codes: A0541, A0558. */
    @Command
    RpcResult<RepaymentView> takeOver(TakeOverRequest request);

    /** The stored answer of {@link #takeOver}. */
    @Query
    RpcResult<RepaymentView> queryTakeOverByRequestNo(RequestNoQuery query);

    /**
     * Pays dues from the suspense balance, as an ordinary repayment.
     *
     * <p>Codes: A0541, A0543, A0547, A0552.
     */
    @Command
    RpcResult<RepaymentView> applySuspense(ApplySuspenseRequest request);

    /** The stored answer of {@link #applySuspense}. */
    @Query
    RpcResult<RepaymentView> queryApplySuspenseByRequestNo(RequestNoQuery query);

    /** Takes money from the suspense balance to pay it back to the customer. Code: A0552. */
    @Command
    RpcResult<SuspenseRefundView> requestSuspenseRefund(SuspenseRefundRequest request);

    /** The stored answer of {@link #requestSuspenseRefund}. */
    @Query
    RpcResult<SuspenseRefundView> queryRequestSuspenseRefundByRequestNo(RequestNoQuery query);

    /** Ends a refund: paid, or failed, and then the balance has it again. Codes: A0559, A0560. */
    @Command
    RpcResult<SuspenseRefundView> confirmSuspenseRefund(SuspenseRefundResult request);

    /** The stored answer of {@link #confirmSuspenseRefund}. */
    @Query
    RpcResult<SuspenseRefundView> queryConfirmSuspenseRefundByRequestNo(RequestNoQuery query);

    /** The ledger now. Code: A0541. */
    @Query
    @RequirePermission(Permissions.LEDGER_READ)
    RpcResult<LedgerView> findLedger(OrderQuery query);

    /** The part of each institution in an event of the ledger. Code: A0541. */
    @Query
    RpcResult<SplitView> findSplit(SplitQuery query);

    /** The suspense balance of a customer, 0 when there never was one. */
    @Query
    @RequirePermission(Permissions.LEDGER_READ)
    RpcResult<SuspenseView> findSuspense(BorrowerQuery query);
}
