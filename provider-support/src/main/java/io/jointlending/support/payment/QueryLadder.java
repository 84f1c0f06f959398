package io.jointlending.support.payment;

import java.time.Duration;
import java.util.List;

/** When a payment system is asked for a result that does not come: quickly at first, hourly in the end, for ever. */
public final class QueryLadder {
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60));

    private QueryLadder() {}

    /** How long to wait after so many questions without a result; 0 is the wait after the first call. */
    public static Duration afterQueries(int queries) {
        return STEPS.get(Math.min(queries, STEPS.size() - 1));
    }
}
