package io.jointlending.api.audit;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/**
 * The internal audit of the ledgers: in every cell the sub-orders add up to the master order, what is settled is at most what
 * is due, events explain every figure. It runs daily over the orders that were touched; here it runs by command. It mends
 * nothing: a finding goes away when an audit of the same order finds the rule kept.
 */
public interface LedgerAuditService {
    /** Audits one order, archived ones included. Code: A0541 no ledger. */
    @Command
    @RequirePermission(Permissions.LEDGER_AUDIT)
    RpcResult<AuditOrderView> auditOrder(AuditOrderRequest request);

    /** The stored answer of {@link #auditOrder}. */
    @Query
    RpcResult<AuditOrderView> queryAuditOrderByRequestNo(RequestNoQuery query);

    /** What is broken now. */
    @Query
    @RequirePermission(Permissions.LEDGER_AUDIT)
    RpcResult<FindingPageView> findFindings(FindingQuery query);
}
