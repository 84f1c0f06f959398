package io.jointlending.api.fund;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.contract.Command;
import io.jointlending.api.contract.Query;
import io.jointlending.api.contract.RequirePermission;
import io.jointlending.api.iam.Permissions;

/** Which scheme funds an order: routes in versions, dry runs, what was decided and why, quotas. */
public interface FundRouteService {
    /** What is wrong with a route, the schemes that it names included. */
    @Query
    @RequirePermission(Permissions.ROUTE_READ)
    RpcResult<RouteFindingsView> checkRoute(CheckRouteQuery query);

    /** Publishes a version as a draft. Codes: A0533 with every finding in the message, A0534 the version exists with another text. */
    @Command
    @RequirePermission(Permissions.ROUTE_PUBLISH)
    RpcResult<RouteView> publishRoute(PublishRouteRequest request);

    /** The stored answer of {@link #publishRoute}. */
    @Query
    RpcResult<RouteView> queryPublishRouteByRequestNo(RequestNoQuery query);

    /**
     * Makes a version the one that orders go; orders that were routed before keep what they have.
     *
     * <p>Codes: A0532, A0533 the schemes do not allow it (any more), A0534 it is active, or another route has one of its
     * products, A0555 the operator is who published it.
     */
    @Command
    @RequirePermission(Permissions.ROUTE_ACTIVATE)
    RpcResult<RouteView> activateRoute(ActivateRouteRequest request);

    /** The stored answer of {@link #activateRoute}. */
    @Query
    RpcResult<RouteView> queryActivateRouteByRequestNo(RequestNoQuery query);

    /** A version of a route. Code: A0532. */
    @Query
    @RequirePermission(Permissions.ROUTE_READ)
    RpcResult<RouteView> findRoute(RouteQuery query);

    /** Which schemes an order would be given. Codes: A0533 the text is no good route, A0521 no such product. */
    @Query
    @RequirePermission(Permissions.ROUTE_READ)
    RpcResult<RouteDecisionView> dryRun(DryRunQuery query);

    /** What was decided for an order, and why. Code: A0531. */
    @Query
    @RequirePermission(Permissions.ROUTE_READ)
    RpcResult<RouteDecisionsView> findDecisions(OrderQuery query);

    /** Quotas of a day. */
    @Query
    @RequirePermission(Permissions.ROUTE_READ)
    RpcResult<QuotasView> findQuotas(QuotaQuery query);
}
