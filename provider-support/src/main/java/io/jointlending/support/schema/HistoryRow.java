package io.jointlending.support.schema;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code schema_history}.
 *
 * @param version V001 for a version, S001 for seed data
 * @param description words of the file name
 * @param checksum SHA-256 of the file that ran, hex
 * @param appliedBy database user and host
 * @param appliedAt UTC, when the run began
 * @param durationMs how long it took, in milliseconds
 * @param state how it ended
 * @param note for FAILED: which statement and why
 */
public record HistoryRow(
        String version,
        String description,
        String checksum,
        String appliedBy,
        String appliedAt,
        long durationMs,
        State state,
        @Nullable String note) {

    /** How the run of a script ended. */
    public enum State {
        /** It is running, or its process died before it could say how it ended. */
        RUNNING,
        /** Every statement ran. */
        APPLIED,
        /** A statement failed; those before it stay. */
        FAILED,
        /** Its undo script ran. */
        ROLLED_BACK
    }

    boolean isVersion() {
        return version.charAt(0) == 'V';
    }

    int number() {
        return Integer.parseInt(version.substring(1));
    }
}
