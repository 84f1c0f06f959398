package io.jointlending.fund.flow.domain;

import java.time.Duration;

/** What a step does after an event. */
public sealed interface Next {
    /** Goes to another step. */
    record Go(String step) implements Next {}

    /**
     * Sends the same step again after a wait of min(max, delay × factor^n), made longer or shorter by the jitter of the caller.
     *
     * @param delay first wait
     * @param factor by which each wait is longer than the one before, 1 to 10
     * @param max longest wait
     * @param times waits at most, 1 to 1000
     * @param exhausted step after the last of them
     */
    record Again(Duration delay, int factor, Duration max, int times, String exhausted) implements Next {
        /** The wait after that many waits, without jitter. */
        public Duration wait(int before) {
            return backoff(delay, factor, max, before);
        }
    }

    /** min(max, delay × factor^before), in whole milliseconds and without overflow. */
    static Duration backoff(Duration delay, int factor, Duration max, int before) {
        long longest = max.toMillis();
        long wait = Math.min(delay.toMillis(), longest);
        for (int i = 0; i < before && wait < longest && factor > 1; i++) {
            wait = wait > longest / factor ? longest : wait * factor;
        }
        return Duration.ofMillis(Math.min(wait, longest));
    }
}
