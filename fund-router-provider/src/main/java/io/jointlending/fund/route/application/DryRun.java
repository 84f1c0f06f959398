package io.jointlending.fund.route.application;

import io.jointlending.fund.route.domain.Candidate;
import io.jointlending.fund.route.domain.Decision;
import io.jointlending.fund.route.domain.FactType;
import io.jointlending.fund.route.domain.OrderFacts;
import io.jointlending.fund.route.domain.RouteDecision;
import io.jointlending.fund.route.domain.RouteDecision.Outcome;
import io.jointlending.fund.route.domain.RouteDefinition;
import io.jointlending.fund.route.domain.Router;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides about an order without giving it anything: the same function as in earnest, and nothing is stored. */
public final class DryRun {
    private static final int NO_ATTEMPT = 0;
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    private final Programs programs;
    private final Snapshots snapshots;
    private final LoadRoute loadRoute;

    /** What decisions need. */
    public DryRun(Programs programs, Snapshots snapshots, LoadRoute loadRoute) {
        this.programs = programs;
        this.snapshots = snapshots;
        this.loadRoute = loadRoute;
    }

    /**
     * What would be tried first.
     *
     * @param text a route that need not be published, or null for the one in use
     * @param facts of the order, all as texts: the route says which of them are numbers
     * @param at moment that is taken for now, or null
     */
    public RouteDecision run(
            @Nullable String text,
            String orderNo,
            long principalFen,
            Map<String, String> facts,
            Set<String> excluded,
            @Nullable LocalDateTime at) {
        String productCode = facts.getOrDefault(RouteDefinition.PRODUCT, "");
        Program program = text == null
                ? programs.of(new RouteRequest(orderNo, 0, NO_ATTEMPT, productCode, null, principalFen, null, excluded))
                : new Program(loadRoute.good(text), true);
        RouteDefinition route = program.definition();
        Snapshots.Seen seen = snapshots.look(route.schemes(), at == null ? snapshots.now() : at);
        OrderFacts typed = new OrderFacts(orderNo, principalFen, typed(route, facts));
        Decision decision = Router.decide(route, typed, seen.snapshot(), excluded);
        Optional<String> first = decision.candidates().stream()
                .filter(Candidate::open)
                .map(Candidate::scheme)
                .findFirst();
        Optional<String> last = program.published()
                ? route.lastScheme()
                : Optional.of(route.otherwise().schemes().get(0));
        boolean leadAlone = first.isEmpty() && !program.published();
        return new RouteDecision(
                typed,
                NO_ATTEMPT,
                0,
                productCode,
                seen.day(),
                program.published() ? route.route() : null,
                program.published() ? (Integer) route.version() : null,
                first.isPresent() ? Outcome.CHOSEN : last.isPresent() ? Outcome.LAST_RESORT : Outcome.PARKED,
                first.or(() -> last).orElse(null),
                leadAlone,
                program.published() && first.isPresent(),
                decision);
    }

    private static Map<String, Object> typed(RouteDefinition route, Map<String, String> facts) {
        Map<String, Object> typed = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            FactType type = route.facts().get(name);
            boolean number = type != null
                    && type.kind() == FactType.Kind.LONG
                    && DIGITS.matcher(value).matches();
            typed.put(name, number ? (Object) Long.valueOf(value) : value);
        });
        return typed;
    }
}
