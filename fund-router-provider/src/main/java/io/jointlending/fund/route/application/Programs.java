package io.jointlending.fund.route.application;

import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.RouteVersion;
import io.jointlending.fund.route.domain.Routes;
import io.jointlending.fund.route.text.LoadedRoute;
import io.jointlending.support.cache.ConfigurationCache;
import java.util.List;
import java.util.Optional;

/** Finds the route of an order; active versions are kept for a few seconds. */
public final class Programs {
    static final String KIND = "fund-route";

    private final Routes routes;
    private final FundConfiguration configuration;
    private final ConfigurationCache cache;

    /** The cache drops a route everywhere when a version of it is activated. */
    public Programs(Routes routes, FundConfiguration configuration, ConfigurationCache cache) {
        this.routes = routes;
        this.configuration = configuration;
        this.cache = cache;
    }

    /** The scheme that the order asks for; else the active route of its product; else the product's schemes. */
    Program of(RouteRequest request) {
        String asked = request.askedSchemeCode();
        String product = request.productCode();
        if (asked != null) {
            return Program.of(product, List.of(asked));
        }
        Optional<Program> active = cache.get(
                KIND, product, () -> routes.activeFor(product).map(version -> new Program(program(version), true)));
        return active.orElseGet(() -> Program.of(product, configuration.schemesOf(product)));
    }

    /** A version that was good when it was published, and never changes. */
    static RouteDefinition program(RouteVersion version) {
        LoadedRoute loaded = LoadedRoute.load(version.route(), version.body());
        return loaded.good()
                .orElseThrow(() -> new IllegalStateException("version " + version.version() + " of route "
                        + version.route() + " cannot be read any more: " + loaded.findings()));
    }
}
