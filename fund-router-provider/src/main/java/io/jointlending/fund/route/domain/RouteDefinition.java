package io.jointlending.fund.route.domain;

import io.jointlending.fund.rule.domain.Allowed;
import io.jointlending.fund.rule.domain.Numbers;
import io.jointlending.fund.rule.domain.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a route (路由): which ratio schemes may fund the orders of some products. It names schemes and carries no
 * ratios.
 *
 * @param route name
 * @param version 1, 2, 3, …
 * @param products codes of the products whose orders go this way
 * @param facts what conditions may ask for
 * @param funds what institutions take; one that is not named takes everything
 * @param costs cost of a scheme in basis points, for picks by cost
 * @param rules the first that holds decides
 * @param otherwise schemes when no rule holds
 * @param attempts schemes that an order is given at most before the last resort
 * @param lastResort scheme without an external institution, or {@link #PARK}
 */
public record RouteDefinition(
        String route,
        int version,
        List<String> products,
        Map<String, FactType> facts,
        Map<String, FundTerms> funds,
        Map<String, Integer> costs,
        List<RouteRule> rules,
        Pick otherwise,
        int attempts,
        String lastResort) {
    /** The word for: wait and tell somebody. */
    public static final String PARK = "park";
    /** No loan is larger, in fen. */
    public static final long MAX_PRINCIPAL_FEN = 1_000_000_000_000_000L;
    /** The fact that is the product's code. */
    public static final String PRODUCT = "product";
    /** The fact that is the principal in fen. */
    public static final String AMOUNT = "amountFen";
    /** The fact that is the number of installments. */
    public static final String TERMS = "terms";

    public RouteDefinition {
        products = List.copyOf(products);
        facts = Map.copyOf(facts);
        funds = Map.copyOf(funds);
        costs = Map.copyOf(costs);
        rules = List.copyOf(rules);
    }

    /** The facts that every order brings; a route that asks for another one cannot decide about orders. */
    public static Set<String> factsOfOrders() {
        return Set.of(PRODUCT, AMOUNT, TERMS);
    }

    /** The scheme of last resort; empty where orders are parked. */
    public Optional<String> lastScheme() {
        return lastResort.equals(PARK) ? Optional.empty() : Optional.of(lastResort);
    }

    /** Every scheme that is named, in the order of their first mention. */
    public Set<String> schemes() {
        Set<String> all = new LinkedHashSet<>();
        rules.forEach(rule -> all.addAll(rule.pick().schemes()));
        all.addAll(otherwise.schemes());
        lastScheme().ifPresent(all::add);
        return all;
    }

    /** All values of every fact; of the amount and the product also where they are not declared. */
    public Map<String, Allowed> everything() {
        Map<String, Allowed> all = new LinkedHashMap<>();
        all.put(AMOUNT, Numbers.between(1, MAX_PRINCIPAL_FEN));
        all.put(PRODUCT, Words.ALL);
        facts.forEach((name, type) -> all.put(name, type.values()));
        return all;
    }
}
