package io.jointlending.fund.route.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.audit.FundAudit;
import io.jointlending.fund.flow.text.FlowLoader;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.RouteVersion;
import io.jointlending.fund.route.domain.Routes;
import io.jointlending.support.error.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a version of a route as a draft. A version never changes; the next one has the next number. */
public final class PublishRoute {
    private static final Logger LOG = LoggerFactory.getLogger(PublishRoute.class);

    private final Routes routes;
    private final FundAudit audit;

    /** In the running transaction. */
    public PublishRoute(Routes routes, FundAudit audit) {
        this.routes = routes;
        this.audit = audit;
    }

    /** The version, which may be there already with the same text. Refuses with A0534. */
    public RouteVersion run(RouteDefinition definition, String text, String operator, String requestNo) {
        String sha256 = FlowLoader.sha256(text);
        String route = definition.route();
        RouteVersion there = routes.find(route, definition.version()).orElse(null);
        if (there != null) {
            if (there.sha256().equals(sha256)) {
                return there;
            }
            throw refused("version " + definition.version() + " of " + route + " exists with another text");
        }
        int next = routes.newest(route).map(RouteVersion::version).orElse(0) + 1;
        if (definition.version() != next) {
            throw refused("version of " + route + " must be " + next + ", this is " + definition.version());
        }
        RouteVersion draft = RouteVersion.draft(route, next, text, sha256, operator);
        if (!routes.add(draft)) {
            throw refused("somebody else has published version " + next + " of " + route + " at the same time");
        }
        audit.add(
                new FundAudit.Act(requestNo, operator, null, "PUBLISH", route + "@" + next, "ROUTE sha256 " + sha256));
        LOG.info("route published route={} version={} sha256={}", route, next, sha256);
        return draft;
    }

    private static Refusal refused(String why) {
        return new Refusal(ErrorCodes.ROUTE_STATE, why, "text");
    }
}
