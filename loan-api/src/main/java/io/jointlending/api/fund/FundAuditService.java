package io.jointlending.api.fund;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** What persons did on the fund side: published and activated definitions and routes, moved tasks, held breakers. */
public interface FundAuditService {
    /** Entries that fit, newest first. */
    @Query
    @RequirePermission(value = Permissions.AUDIT_READ, personOnly = true)
    RpcResult<FundAuditPageView> search(FundAuditQuery query);
}
