package io.jointlending.fund.route.domain;

import org.jspecify.annotations.Nullable;

/**
 * A published version of a route.
 *
 * @param route name
 * @param version 1, 2, 3, …
 * @param body text as it was published
 * @param sha256 hash of the text, lower-case hexadecimal
 * @param status where it stands
 * @param createdBy who published it
 * @param approvedBy another person, who activated it; null while it is a draft
 */
public record RouteVersion(
        String route,
        int version,
        String body,
        String sha256,
        Status status,
        String createdBy,
        @Nullable String approvedBy) {
    /** Where a version stands. */
    public enum Status {
        /** Published, not used. */
        DRAFT,
        /** In use: one version of a route. */
        ACTIVE,
        /** Was in use. */
        RETIRED
    }

    /** A version that nobody has activated. */
    public static RouteVersion draft(String route, int version, String body, String sha256, String createdBy) {
        return new RouteVersion(route, version, body, sha256, Status.DRAFT, createdBy, null);
    }
}
