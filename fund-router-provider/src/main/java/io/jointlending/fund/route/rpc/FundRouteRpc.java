package io.jointlending.fund.route.rpc;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.fund.ActivateRouteRequest;
import io.jointlending.api.fund.CheckRouteQuery;
import io.jointlending.api.fund.DryRunQuery;
import io.jointlending.api.fund.FundRouteService;
import io.jointlending.api.fund.PublishRouteRequest;
import io.jointlending.api.fund.QuotaQuery;
import io.jointlending.api.fund.QuotasView;
import io.jointlending.api.fund.RouteDecisionView;
import io.jointlending.api.fund.RouteDecisionsView;
import io.jointlending.api.fund.RouteFindingsView;
import io.jointlending.api.fund.RouteQuery;
import io.jointlending.api.fund.RouteView;
import io.jointlending.fund.quota.domain.Quotas;
import io.jointlending.fund.route.application.ActivateRoute;
import io.jointlending.fund.route.application.DryRun;
import io.jointlending.fund.route.application.LoadRoute;
import io.jointlending.fund.route.application.PublishRoute;
import io.jointlending.fund.route.domain.Decisions;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.RouteVersion;
import io.jointlending.fund.route.domain.Routes;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The door for routes, decisions and quotas. */
public final class FundRouteRpc implements FundRouteService {
    private static final String PUBLISH = "FundRouteService.publishRoute";
    private static final String ACTIVATE = "FundRouteService.activateRoute";

    private final Acts acts;
    private final Stores stores;
    private final IdempotentCommands commands;
    private final BusinessCalendar calendar;

    /** The stored answers of commands come from the idempotent commands. */
    public FundRouteRpc(Acts acts, Stores stores, IdempotentCommands commands, BusinessCalendar calendar) {
        this.acts = acts;
        this.stores = stores;
        this.commands = commands;
        this.calendar = calendar;
    }

    /** The use cases. */
    public record Acts(LoadRoute load, PublishRoute publish, ActivateRoute activate, DryRun dryRun) {}

    /** What is read. */
    public record Stores(Routes routes, Decisions decisions, Quotas quotas) {}

    @Override
    public RpcResult<RouteFindingsView> checkRoute(CheckRouteQuery query) {
        return RpcResult.ok(RouteViews.findings(acts.load().run(query.text())));
    }

    @Override
    public RpcResult<RouteView> publishRoute(PublishRouteRequest request) {
        RouteDefinition definition = acts.load().good(request.text());
        return RpcResult.ok(commands.execute(
                CommandKey.of(PUBLISH, request.requestNo()),
                request,
                RouteView.class,
                () -> RouteViews.route(
                        acts.publish().run(definition, request.text(), request.operator(), request.requestNo()))));
    }

    @Override
    public RpcResult<RouteView> queryPublishRouteByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(PUBLISH, query.requestNo()), RouteView.class));
    }

    @Override
    public RpcResult<RouteView> activateRoute(ActivateRouteRequest request) {
        RouteVersion version = acts.activate().find(request.route(), request.version());
        RouteDefinition definition = acts.load().good(version.body());
        return RpcResult.ok(commands.execute(
                CommandKey.of(ACTIVATE, request.requestNo()),
                request,
                RouteView.class,
                () -> RouteViews.route(
                        acts.activate().run(version, definition, request.operator(), request.requestNo()))));
    }

    @Override
    public RpcResult<RouteView> queryActivateRouteByRequestNo(RequestNoQuery query) {
        return RpcResult.ok(commands.findAnswer(CommandKey.of(ACTIVATE, query.requestNo()), RouteView.class));
    }

    @Override
    public RpcResult<RouteView> findRoute(RouteQuery query) {
        Integer version = query.version();
        return RpcResult.ok((version == null
                        ? stores.routes().active(query.route())
                        : stores.routes().find(query.route(), version))
                .map(RouteViews::route)
                .orElseThrow(() -> new Refusal(ErrorCodes.ROUTE_NOT_FOUND, version == null ? "route" : "version")));
    }

    @Override
    public RpcResult<RouteDecisionView> dryRun(DryRunQuery query) {
        return RpcResult.ok(RouteViews.decision(acts.dryRun()
                .run(
                        query.text(),
                        query.orderNo(),
                        query.principalFen(),
                        RouteViews.facts(query),
                        Set.copyOf(query.excluded()),
                        query.at())));
    }

    @Override
    public RpcResult<RouteDecisionsView> findDecisions(OrderQuery query) {
        List<RouteDecision> decisions = stores.decisions().ofOrder(query.orderNo());
        if (decisions.isEmpty()) {
            throw new Refusal(ErrorCodes.FUNDING_NOT_FOUND, "orderNo");
        }
        return RpcResult.ok(new RouteDecisionsView(
                decisions.stream().map(RouteViews::decision).toList()));
    }

    @Override
    public RpcResult<QuotasView> findQuotas(QuotaQuery query) {
        LocalDate day = query.day() == null ? calendar.today() : query.day();
        String after = query.afterInstitution() == null ? "" : query.afterInstitution();
        return RpcResult.ok(new QuotasView(stores.quotas().page(day, after, query.limit()).stream()
                .map(RouteViews::quota)
                .toList()));
    }
}
