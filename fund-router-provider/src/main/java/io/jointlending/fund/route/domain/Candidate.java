package io.jointlending.fund.route.domain;

import org.jspecify.annotations.Nullable;

/**
 * A scheme that a rule names, and what speaks against it.
 *
 * @param scheme code
 * @param result what became of it
 * @param reason why it is skipped or comes later, null otherwise
 * @param institution which institution is the reason, or null
 * @param detail more of the reason, such as the fact that is not accepted, or null
 */
public record Candidate(
        String scheme,
        Result result,
        @Nullable SkipReason reason,
        @Nullable String institution,
        @Nullable String detail) {
    /** What becomes of a candidate. */
    public enum Result {
        /** May be tried. */
        USABLE,
        /** May be tried after the others. */
        DEMOTED,
        /** Is not tried. */
        SKIPPED,
        /** Was chosen. */
        CHOSEN
    }

    static Candidate usable(String scheme) {
        return new Candidate(scheme, Result.USABLE, null, null, null);
    }

    static Candidate demoted(String scheme, String institution) {
        return new Candidate(scheme, Result.DEMOTED, SkipReason.BREAKER_OPEN, institution, null);
    }

    static Candidate skipped(String scheme, SkipReason reason, @Nullable String institution, @Nullable String detail) {
        return new Candidate(scheme, Result.SKIPPED, reason, institution, detail);
    }

    /** Whether it may be tried. */
    public boolean open() {
        return result == Result.USABLE || result == Result.DEMOTED;
    }

    /** The same, chosen. */
    public Candidate chosen() {
        return new Candidate(scheme, Result.CHOSEN, reason, institution, detail);
    }

    /** The same, skipped after all because a quota was full when it was to be reserved. */
    public Candidate taken(String by, boolean missing) {
        return skipped(scheme, missing ? SkipReason.QUOTA_MISSING : SkipReason.QUOTA_TAKEN, by, null);
    }
}
