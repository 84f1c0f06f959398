package io.jointlending.repayment.audit;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.audit.AuditOrderRequest;
import io.jointlending.api.audit.AuditOrderView;
import io.jointlending.api.audit.FindingPageView;
import io.jointlending.api.audit.FindingQuery;
import io.jointlending.api.audit.LedgerAuditService;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** The contract of the audit. */
public final class LedgerAuditRpc implements LedgerAuditService {
    private final AuditOrders auditOrders;
    private final IdempotentCommands commands;

    /** The contract over this audit. */
    public LedgerAuditRpc(AuditOrders auditOrders, IdempotentCommands commands) {
        this.auditOrders = auditOrders;
        this.commands = commands;
    }

    @Override
    public RpcResult<AuditOrderView> auditOrder(AuditOrderRequest request) {
        return RpcResult.ok(auditOrders.run(request));
    }

    @Override
    public RpcResult<AuditOrderView> queryAuditOrderByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(
                commands.findAnswer(CommandKey.of(AuditOrders.OPERATION, query.requestNo()), AuditOrderView.class));
    }

    @Override
    public RpcResult<FindingPageView> findFindings(FindingQuery query) {
        return RpcResult.ok(auditOrders.find(query));
    }
}
