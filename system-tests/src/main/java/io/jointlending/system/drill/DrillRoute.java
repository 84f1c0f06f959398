package io.jointlending.system.drill;

import io.jointlending.api.fund.ActivateRouteRequest;
import io.jointlending.api.fund.FundRouteService;
import io.jointlending.api.fund.PublishRouteRequest;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.Services;

/** A route for the product of the drill: three schemes by weight, three attempts, then our own money. */
final class DrillRoute {
    private static final String TEXT =
            """
            route: drill
            version: 1
            products: [%1$s]
            facts:
              product: {type: enum, values: [%1$s]}
              amountFen: {type: long, min: 1, max: 1000000000}
              terms: {type: long, min: 1, max: 120}
            rules:
              - {name: large, when: {amountFen: {gte: 10000000}}, pick: {priority: [JOINT-50-30-20, JOINT-70-30]}}
            otherwise: {weight: {JOINT-70-30: 40, JOINT-80-20: 30, JOINT-50-30-20: 30}}
            attempts: 3
            lastResort: OWN-100
            """;

    private final Calls calls = new Calls();
    private final FundRouteService routes;

    DrillRoute(Services services) {
        this.routes = services.consumer().service(FundRouteService.class);
    }

    /** Brings the route into use; two persons do it. */
    void use() {
        String text = TEXT.formatted(LoanMaker.PRODUCT);
        calls.once("publish", routes::publishRoute, new PublishRouteRequest("drill-publish", text, "ann"));
        calls.once("activate", routes::activateRoute, new ActivateRouteRequest("drill-activate", "drill", 1, "bob"));
    }
}
