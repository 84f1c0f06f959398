package io.jointlending.fund.route.persistence;

import io.jointlending.fund.route.domain.RouteVersion;
import org.jspecify.annotations.Nullable;

/** A row of {@code fund_route}. */
record RouteRow(
        String route,
        Integer version,
        String body,
        String sha256,
        String status,
        String createdBy,
        @Nullable String approvedBy) {
    RouteVersion routeVersion() {
        return new RouteVersion(
                route, version, body, sha256, RouteVersion.Status.valueOf(status), createdBy, approvedBy);
    }
}
