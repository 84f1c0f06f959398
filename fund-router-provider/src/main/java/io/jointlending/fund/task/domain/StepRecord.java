package io.jointlending.fund.task.domain;

import io.jointlending.fund.flow.domain.Category;
import io.jointlending.fund.flow.domain.machine.Occurrence;
import io.jointlending.fund.flow.domain.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * An event in the log of a task.
 *
 * @param seq 1, 2, … within the task
 * @param step step it stood at
 * @param flowVersion version by which the event was applied
 * @param kind what it was
 * @param state S written ahead, R replied, L lost, N not sent, A applied
 * @param requestNo request number of a send, or null
 * @param category meaning of the answer, or null
 * @param evidence what is known of the call
 * @param occurrence the event, or null while a send is open
 */
public record StepRecord(
        int seq,
        String step,
        int flowVersion,
        Kind kind,
        String state,
        @Nullable String requestNo,
        @Nullable Category category,
        Evidence evidence,
        @Nullable Occurrence occurrence) {
    /** What an event is. */
    public enum Kind {
        /** A request, from the write-ahead to its result. */
        SENT,
        /** A callback. */
        CALLBACK,
        /** A wait that was over. */
        TIMER,
        /** A request that our own protection or a missing value held back. */
        HELD,
        /** A person. */
        MANUAL
    }

    /**
     * What is known of a call, without personal data.
     *
     * @param httpStatus of the answer, or null
     * @param elapsedMs time of the call, or null
     * @param requestMasked what was sent, sensitive values as ***
     * @param requestHash SHA-256 of what left, hex, or null
     * @param replyHash SHA-256 of what came, hex, or null
     */
    public record Evidence(
            @Nullable Integer httpStatus,
            @Nullable Integer elapsedMs,
            @Nullable Tree requestMasked,
            @Nullable String requestHash,
            @Nullable String replyHash) {
        /** Nothing was called. */
        public static final Evidence NONE = new Evidence(null, null, null, null, null);
    }
}
