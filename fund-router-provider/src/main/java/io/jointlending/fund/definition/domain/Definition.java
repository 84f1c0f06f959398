package io.jointlending.fund.definition.domain;

import org.jspecify.annotations.Nullable;

/**
 * One published version. Its text never changes; a task keeps the version it began with.
 *
 * @param kind flow or channel
 * @param name such as {@code first-bank.loan}, or the channel {@code first-bank}
 * @param version 1, 2, 3 …
 * @param body text as it was published
 * @param sha256 hash of the text, lower-case hexadecimal
 * @param status where it stands
 * @param publishedBy who published it
 * @param activatedBy another person, or null while it is a draft
 */
public record Definition(
        Kind kind,
        String name,
        int version,
        String body,
        String sha256,
        Status status,
        String publishedBy,
        @Nullable String activatedBy) {
    /** What a text defines. */
    public enum Kind {
        /** How an institution is asked for one thing. */
        FLOW,
        /** How an institution is reached. */
        CHANNEL
    }

    /** Where a version stands. */
    public enum Status {
        /** Published, not used. */
        DRAFT,
        /** What new tasks begin with; one version of a name. */
        ACTIVE,
        /** Was active; tasks that began with it finish on it. */
        RETIRED
    }
}
