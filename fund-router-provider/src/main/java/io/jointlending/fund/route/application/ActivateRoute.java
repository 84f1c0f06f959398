package io.jointlending.fund.route.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.RouteVersion;
import io.jointlending.fund.route.domain.Routes;
import io.jointlending.support.cache.ConfigurationCache;
import io.jointlending.support.error.Refusal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a version of a route the one that orders go. */
public final class ActivateRoute {
    private static final Logger LOG = LoggerFactory.getLogger(ActivateRoute.class);

    private final Routes routes;
    private final ConfigurationCache cache;
    private final FundAudit audit;

    /** In the running transaction; the cache tells the other instances after it. */
    public ActivateRoute(Routes routes, ConfigurationCache cache, FundAudit audit) {
        this.routes = routes;
        this.cache = cache;
        this.audit = audit;
    }

    /** The version. Code A0532. */
    public RouteVersion find(String route, int version) {
        return routes.find(route, version).orElseThrow(() -> new Refusal(ErrorCodes.ROUTE_NOT_FOUND, "version"));
    }

    /** The active version. Refuses with A0534 and A0555. */
    public RouteVersion run(RouteVersion version, RouteDefinition definition, String operator, String requestNo) {
        String route = version.route();
        if (operator.equals(version.createdBy())) {
            throw new Refusal(ErrorCodes.SECOND_PERSON_REQUIRED, "operator");
        }
        List<String> before = routes.active(route)
                .map(active -> Programs.program(active).products())
                .orElse(List.of());
        if (find(route, version.version()).status() == RouteVersion.Status.ACTIVE
                || !routes.activate(version, operator)) {
            throw refused("version " + version.version() + " of " + route + " is active already", "version");
        }
        List<String> others = routes.assign(route, version.version(), definition.products());
        if (!others.isEmpty()) {
            throw refused("another route has the products " + others, "route");
        }
        before.forEach(product -> cache.announceChange(Programs.KIND, product));
        definition.products().forEach(product -> cache.announceChange(Programs.KIND, product));
        audit.add(new FundAudit.Act(
                requestNo,
                operator,
                version.createdBy(),
                "ACTIVATE",
                route + "@" + version.version(),
                "ROUTE sha256 " + version.sha256() + ", products " + definition.products()));
        LOG.info("route active route={} version={} sha256={}", route, version.version(), version.sha256());
        return find(route, version.version());
    }

    private static Refusal refused(String why, String field) {
        return new Refusal(ErrorCodes.ROUTE_STATE, why, field);
    }
}
