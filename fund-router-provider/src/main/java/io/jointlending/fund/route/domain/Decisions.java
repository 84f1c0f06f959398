package io.jointlending.fund.route.domain;

import java.util.List;
import java.util.Optional;

/** The decisions that are stored: one for each attempt of an order. */
public interface Decisions {
    /** Stores it in the running transaction, also in place of one that was parked; false when the attempt is decided. */
    boolean add(RouteDecision decision);

    /** The decision of an attempt. */
    Optional<RouteDecision> find(String orderNo, int attempt);

    /** All decisions of an order, by attempt. */
    List<RouteDecision> ofOrder(String orderNo);
}
