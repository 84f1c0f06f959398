package io.jointlending.fund.route.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route may know of an order.
 *
 * @param orderNo master order; decides by hash where a pick goes by weight
 * @param principalFen loan amount in fen
 * @param values facts by name, texts and whole numbers
 */
public record OrderFacts(String orderNo, long principalFen, Map<String, Object> values) {
    public OrderFacts {
        values = Map.copyOf(values);
    }

    /** The facts that every order brings. */
    public static OrderFacts of(String orderNo, long principalFen, String productCode, @Nullable Integer terms) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(RouteDefinition.PRODUCT, productCode);
        values.put(RouteDefinition.AMOUNT, principalFen);
        if (terms != null) {
            values.put(RouteDefinition.TERMS, terms.longValue());
        }
        return new OrderFacts(orderNo, principalFen, values);
    }
}
