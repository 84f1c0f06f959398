package io.jointlending.channel.iam;

import io.jointlending.api.RpcResult;
import io.jointlending.api.channel.ListQuery;
import io.jointlending.api.iam.IamQueryService;
import io.jointlending.api.iam.RoleListView;
import io.jointlending.api.iam.UserListView;

/** The door for reading users and roles. */
public final class IamQueryRpc implements IamQueryService {
    private final Users users;
    private final Roles roles;
    private final UserRules rules;

    /** Reads straight from the stores: there is no rule between them and the answer. */
    public IamQueryRpc(Users users, Roles roles, UserRules rules) {
        this.users = users;
        this.roles = roles;
        this.rules = rules;
    }

    @Override
    public RpcResult<UserListView> listUsers(ListQuery query) {
        return RpcResult.ok(new UserListView(users.count(), rules.views(users.page(query.pageNo(), query.pageSize()))));
    }

    @Override
    public RpcResult<RoleListView> listRoles(ListQuery query) {
        return RpcResult.ok(new RoleListView(roles.count(), roles.page(query.pageNo(), query.pageSize())));
    }
}
