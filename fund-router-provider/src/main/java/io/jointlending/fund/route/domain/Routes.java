package io.jointlending.fund.route.domain;

import java.util.List;
import java.util.Optional;

/** The versions of routes that are stored. */
public interface Routes {
    /** Adds a draft, in the running transaction; false when this version exists. */
    boolean add(RouteVersion draft);

    /** The version with the highest number. */
    Optional<RouteVersion> newest(String route);

    /** One version. */
    Optional<RouteVersion> find(String route, int version);

    /** The active version. */
    Optional<RouteVersion> active(String route);

    /** The active version that routes a product. */
    Optional<RouteVersion> activeFor(String productCode);

    /**
     * Retires the active version and makes this draft, or retired version, the active one, in the running transaction; false
     * if it is neither, or somebody else was faster.
     */
    boolean activate(RouteVersion version, String approvedBy);

    /**
     * Makes a version of a route the one of these products, and of no others, in the running transaction.
     *
     * @return products that another route has, and which therefore were not taken
     */
    List<String> assign(String route, int version, List<String> products);
}
