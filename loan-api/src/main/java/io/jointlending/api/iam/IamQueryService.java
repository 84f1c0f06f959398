package io.jointlending.api.iam;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;

/** Reads users and roles; changes are proposed with {@code ApprovalService}. */
public interface IamQueryService {
    /** Users by login name. */
    @Query
    @RequirePermission(Permissions.USER_READ)
    RpcResult<UserListView> listUsers(ListQuery query);

    /** Roles by code, with their permissions. */
    @Query
    @RequirePermission(Permissions.USER_READ)
    RpcResult<RoleListView> listRoles(ListQuery query);
}
