package io.jointlending.fund.funding.domain;

import java.time.Duration;
import java.util.List;

/**
 * How long a funding waits.
 *
 * @param waits after the first step that could not get on, the second, …; the last one repeats
 * @param result while an institution works on what it was asked: it makes the funding due itself, so this is for what must not
 *     happen
 */
public record Pauses(List<Duration> waits, Duration result) {
    /** Close together at first, then every five minutes. */
    public static final Pauses DEFAULT = new Pauses(
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(5)),
            Duration.ofMinutes(5));

    public Pauses {
        waits = List.copyOf(waits);
    }

    /** The pause after so many claims in a row that did not get on, from 1. */
    public Duration after(int claims) {
        return waits.get(Math.min(Math.max(0, claims - 1), waits.size() - 1));
    }
}
