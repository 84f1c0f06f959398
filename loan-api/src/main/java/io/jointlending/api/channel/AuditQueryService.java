package io.jointlending.api.channel;

import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Who changed what in channel-admin-provider: configuration, users, roles, proposals, sessions. */
public interface AuditQueryService {
    /** Entries that fit, newest first. Code: A0400 for a range upside down, or half of a target or of a place to go on from. */
    @Query
    @RequirePermission(value = Permissions.AUDIT_READ, personOnly = true)
    RpcResult<AuditPageView> search(AuditSearchQuery query);
}
