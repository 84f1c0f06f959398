package io.jointlending.api.fund;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Definitions of flows and channels, for operators. A version never changes; two persons bring it into use. */
public interface FundFlowAdminService {
    /**
     * Checks a text by every rule, its examples included, and stores it as a draft. A channel gets the next version number.
     *
     * <p>Codes: A0601 a rule is broken, the message has all findings; A0605 the version was published before.
     */
    @Command
    @RequirePermission(Permissions.FLOW_PUBLISH)
    RpcResult<DefinitionView> publish(PublishDefinitionRequest request);

    /** The stored answer of {@link #publish}. */
    @Query
    RpcResult<DefinitionView> queryPublishByRequestNo(RequestNoQuery query);

    /** Runs the recorded tasks of the active version through this one; changes nothing. Code: A0602. */
    @Query
    @RequirePermission(Permissions.FLOW_READ)
    RpcResult<ShadowView> shadow(DefinitionQuery query);

    /**
     * Makes a version the one that new tasks begin with; tasks that run finish on theirs.
     *
     * <p>Codes: A0602 no such version; A0555 the operator published it; A0604 the shadow replay shows another number of diverging
     * tasks; A0605 it is active already.
     */
    @Command
    @RequirePermission(Permissions.FLOW_ACTIVATE)
    RpcResult<DefinitionView> activate(ActivateDefinitionRequest request);

    /** The stored answer of {@link #activate}. */
    @Query
    RpcResult<DefinitionView> queryActivateByRequestNo(RequestNoQuery query);

    /** The versions that are in use, by name. */
    @Query
    @RequirePermission(Permissions.FLOW_READ)
    RpcResult<DefinitionListView> listActive(DefinitionKindQuery query);

    /** One version with its text. Code: A0602. */
    @Query
    @RequirePermission(Permissions.FLOW_READ)
    RpcResult<DefinitionView> findDefinition(DefinitionQuery query);

    /** The versions of a name. */
    @Query
    @RequirePermission(Permissions.FLOW_READ)
    RpcResult<DefinitionListView> searchVersions(DefinitionNameQuery query);
}
