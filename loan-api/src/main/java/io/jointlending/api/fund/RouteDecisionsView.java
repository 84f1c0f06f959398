package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * The decisions of an order.
 *
 * @param decisions by attempt
 */
public record RouteDecisionsView(List<RouteDecisionView> decisions) implements Serializable {}
