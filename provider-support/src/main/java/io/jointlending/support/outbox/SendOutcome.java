package io.jointlending.support.outbox;

/**
 * What became of one sending.
 *
 * @param detail the broker's message id, or why it failed
 */
public record SendOutcome(Kind kind, String detail) {
    /** What became of it. */
    public enum Kind {
        /** Stored as durably as the broker promises. */
        ACCEPTED,
        /** Stored in the broker's memory only, or not on its replica. */
        ACCEPTED_WEAKLY,
        /** No answer from a broker: says nothing of this message, and it may have arrived. */
        UNREACHABLE,
        /** The broker does not want this message. */
        REFUSED
    }
}
