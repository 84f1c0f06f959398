package io.jointlending.fund.route.application;

import io.jointlending.fund.route.domain.Pick;
import io.jointlending.fund.route.domain.RouteDefinition;
import java.util.List;
import java.util.Map;

/**
 * The route an order goes.
 *
 * @param definition what decides
 * @param published whether it is an active route, rather than made of the schemes of the order or the product
 */
record Program(RouteDefinition definition, boolean published) {
    /**
     * These schemes, first choice first. There is one attempt: what its institutions refuse, the lead takes over, and when none
     * can be chosen, the lead of the first scheme funds all.
     */
    static Program of(String productCode, List<String> schemes) {
        return new Program(
                new RouteDefinition(
                        "-",
                        0,
                        List.of(productCode),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Pick.priority(schemes),
                        1,
                        RouteDefinition.PARK),
                false);
    }
}
