package io.jointlending.fund.audit;

import io.jointlending.api.RpcResult;
import io.jointlending.api.fund.FundAuditPageView;
import io.jointlending.api.fund.FundAuditQuery;
import io.jointlending.api.fund.FundAuditService;
import io.jointlending.api.fund.FundAuditView;
import java.util.List;

/** The door for who looks up what persons did. */
public final class FundAuditRpc implements FundAuditService {
    private final FundAudit audit;

    /** Of this audit. */
    public FundAuditRpc(FundAudit audit) {
        this.audit = audit;
    }

    @Override
    public RpcResult<FundAuditPageView> search(FundAuditQuery query) {
        List<FundAuditView> found = audit.search(query, query.pageSize() + 1);
        boolean more = found.size() > query.pageSize();
        return RpcResult.ok(
                new FundAuditPageView(more ? List.copyOf(found.subList(0, query.pageSize())) : found, more));
    }
}
