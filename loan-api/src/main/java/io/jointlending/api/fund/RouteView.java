package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a route (路由).
 *
 * @param route name
 * @param version 1, 2, 3, …
 * @param status DRAFT, ACTIVE or RETIRED
 * @param sha256 hash of its text, hexadecimal
 * @param products products whose orders go this way while it is active
 * @param createdBy who published it
 * @param approvedBy who activated it last, or null
 * @param text its text
 */
public record RouteView(
        String route,
        Integer version,
        String status,
        String sha256,
        List<String> products,
        String createdBy,
        @Nullable String approvedBy,
        String text)
        implements Serializable {}
