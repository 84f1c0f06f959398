package io.jointlending.fund.route.domain;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.rule.domain.Box;
import io.jointlending.fund.rule.domain.Coverage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be said of a route by itself, without knowing the schemes: {@code docs/routing.md} explains each rule. */
public final class RouteChecks {
    /** Rules of a route at most. */
    public static final int MAX_RULES = 64;

    private static final int MAX_WAYS = 32;
    private static final int MAX_SCHEMES = 16;
    private static final int MAX_FACTS = 16;
    private static final int MAX_ATTEMPTS = 16;
    private static final int MAX_PRODUCTS = 100;

    private final RouteDefinition route;
    private final Findings findings;
    private final Coverage coverage;

    private RouteChecks(RouteDefinition route, Findings findings) {
        this.route = route;
        this.findings = findings;
        this.coverage = new Coverage(route.everything());
    }

    /** All rules but those about schemes; what is wrong goes to the findings. */
    public static void check(RouteDefinition route, Findings findings) {
        new RouteChecks(route, findings).check();
    }

    private void check() {
        limits();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < route.rules().size(); i++) {
            RouteRule rule = route.rules().get(i);
            Place place = placeOfRule(i);
            findings.require(
                    names.add(rule.name()), Rule.SYNTAX, place.at("name"), "two rules are named " + rule.name());
            pick(rule.pick(), place.at("pick"));
            if (possible(rule, place)) {
                shadowed(i, place);
            }
        }
        pick(route.otherwise(), Place.of("otherwise"));
        route.funds().forEach((fund, terms) -> accept(fund, terms));
        Set<String> schemes = route.schemes();
        route.costs()
                .keySet()
                .forEach(scheme -> findings.require(
                        schemes.contains(scheme),
                        Rule.SCHEME,
                        Place.of("costs", scheme),
                        "no rule names the scheme " + scheme));
    }

    /** Where a rule is written. */
    static Place placeOfRule(int index) {
        return Place.of("rules").at(index);
    }

    private void limits() {
        limit(route.rules().size(), MAX_RULES, Place.of("rules"), "rules");
        limit(route.facts().size(), MAX_FACTS, Place.of("facts"), "facts");
        limit(route.products().size(), MAX_PRODUCTS, Place.of("products"), "products");
        findings.require(!route.products().isEmpty(), Rule.PRODUCT, Place.of("products"), "no product is named");
        findings.require(
                new HashSet<>(route.products()).size() == route.products().size(),
                Rule.PRODUCT,
                Place.of("products"),
                "a product is named twice");
        findings.require(
                route.attempts() >= 1 && route.attempts() <= MAX_ATTEMPTS,
                Rule.LIMIT,
                Place.of("attempts"),
                "attempts must be 1 to " + MAX_ATTEMPTS + ", this is " + route.attempts());
    }

    private void limit(int size, int most, Place place, String what) {
        findings.require(size <= most, Rule.LIMIT, place, "more than " + most + " " + what);
    }

    private boolean possible(RouteRule rule, Place place) {
        limit(rule.when().size(), MAX_WAYS, place.at("when"), "ways of one rule");
        boolean all = true;
        for (int way = 0; way < rule.when().size(); way++) {
            Optional<String> never = coverage.possible(rule.when().get(way)).contradiction();
            if (never.isPresent()) {
                all = false;
                findings.add(
                        Rule.CONDITION,
                        placeOfWay(rule, place, way),
                        "contradiction: " + never.get() + " can never hold in rule " + rule.name());
            }
        }
        return all;
    }

    private static Place placeOfWay(RouteRule rule, Place place, int way) {
        Place when = place.at("when");
        return rule.when().size() == 1 ? when : when.at(way);
    }

    private void shadowed(int index, Place place) {
        RouteRule rule = route.rules().get(index);
        List<Box> before = new ArrayList<>();
        for (RouteRule earlier : route.rules().subList(0, index)) {
            before.addAll(earlier.when());
        }
        boolean reached = false;
        for (int way = 0; way < rule.when().size(); way++) {
            Box box = rule.when().get(way);
            if (covered(box, before, placeOfWay(rule, place, way))) {
                if (rule.when().size() > 1) {
                    findings.add(
                            Rule.SHADOWED,
                            placeOfWay(rule, place, way),
                            "one way of " + rule.name() + " is never reached, " + winner(box, index, rule, way));
                }
            } else {
                reached = true;
            }
            before.add(box);
        }
        findings.require(
                reached || rule.when().isEmpty(),
                Rule.SHADOWED,
                place,
                rule.name() + " is never reached, " + winner(rule.when().get(0), index, rule, 0));
    }

    private boolean covered(Box box, List<Box> others, Place place) {
        Optional<List<Box>> left = coverage.left(box, others);
        findings.require(
                left.isPresent(),
                Rule.LIMIT,
                place,
                "the conditions are too entangled to be analysed: use fewer ways or rules");
        return left.isPresent() && left.get().isEmpty();
    }

    /** Who wins: one rule where one covers it alone. */
    private String winner(Box box, int index, RouteRule rule, int way) {
        for (RouteRule earlier : route.rules().subList(0, index)) {
            if (coverage.left(box, earlier.when()).filter(List::isEmpty).isPresent()) {
                return earlier.name() + " always wins first";
            }
        }
        return coverage.left(box, rule.when().subList(0, way))
                        .filter(List::isEmpty)
                        .isPresent()
                ? "another way of it always wins first"
                : "what stands before it always wins together";
    }

    private void pick(Pick pick, Place place) {
        limit(pick.choices().size(), MAX_SCHEMES, place, "schemes of one pick");
        findings.require(!pick.choices().isEmpty(), Rule.PICK, place, "no scheme is named");
        Set<String> seen = new HashSet<>();
        for (Pick.Choice choice : pick.choices()) {
            findings.require(
                    seen.add(choice.scheme()), Rule.PICK, place, "the scheme " + choice.scheme() + " is named twice");
            findings.require(
                    choice.weight() >= 1 && choice.weight() <= 10_000,
                    Rule.PICK,
                    place.at(pick.order().word()).at(choice.scheme()),
                    "the weight of " + choice.scheme() + " must be 1 to 10000, this is " + choice.weight());
            findings.require(
                    pick.order() != Pick.Order.COST || route.costs().containsKey(choice.scheme()),
                    Rule.PICK,
                    place,
                    "the scheme " + choice.scheme() + " is picked by cost and has none");
        }
    }

    private void accept(String fund, FundTerms terms) {
        coverage.possible(terms.accept())
                .contradiction()
                .ifPresent(fact -> findings.add(
                        Rule.CONDITION,
                        Place.of("funds", fund, "accept"),
                        "contradiction: " + fact + " can never hold for " + fund));
        findings.require(
                !terms.shareFen().isEmpty(),
                Rule.CONDITION,
                Place.of("funds", fund, "accept", "shareFen"),
                "contradiction: shareFen can never hold for " + fund);
    }
}
