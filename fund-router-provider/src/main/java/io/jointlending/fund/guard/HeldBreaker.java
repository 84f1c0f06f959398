package io.jointlending.fund.guard;

import java.time.Duration;

/**
 * A breaker that a person holds in a position, whatever was measured.
 *
 * @param channel channel to an institution
 * @param endpoint method and path, such as {@code POST loan/apply}
 * @param position where it is held
 * @param left how much longer
 */
public record HeldBreaker(String channel, String endpoint, Position position, Duration left) {
    /** Where a breaker can be held. */
    public enum Position {
        /** No call passes. */
        OPEN,
        /** Every call passes. */
        CLOSED
    }
}
