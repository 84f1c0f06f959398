package io.jointlending.fund.route.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.fund.route.domain.FundConfiguration;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Scheme;
import io.jointlending.fund.route.text.LoadedRoute;
import io.jointlending.support.error.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Loads the text of a route and checks it with the schemes as they are now. Outside any transaction. */
public final class LoadRoute {
    private static final String FILE = "route";
    private static final int MAX_TOLD = 10;

    private final FundConfiguration configuration;
    private final Cancels cancels;

    /** Schemes and cancel flows are looked up for every text. */
    public LoadRoute(FundConfiguration configuration, Cancels cancels) {
        this.configuration = configuration;
        this.cancels = cancels;
    }

    /** Whatever is wrong is in its findings. */
    public LoadedRoute run(String text) {
        LoadedRoute loaded = LoadedRoute.load(FILE, text);
        RouteDefinition definition = loaded.definition();
        if (definition == null || !loaded.findings().isEmpty()) {
            return loaded;
        }
        Map<String, Scheme> schemes = new HashMap<>();
        definition.schemes().forEach(code -> configuration.scheme(code).ifPresent(scheme -> schemes.put(code, scheme)));
        return loaded.with(schemes, cancels::has);
    }

    /** The definition. Code A0533 with the first findings where something is wrong. */
    public RouteDefinition good(String text) {
        LoadedRoute loaded = run(text);
        return loaded.good()
                .orElseThrow(() -> new Refusal(
                        ErrorCodes.ROUTE_REFUSED,
                        loaded.findings().stream()
                                .limit(MAX_TOLD)
                                .map(loaded::text)
                                .collect(Collectors.joining("\n")),
                        "text"));
    }
}
