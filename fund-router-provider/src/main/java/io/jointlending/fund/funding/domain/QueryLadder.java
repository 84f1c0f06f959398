package io.jointlending.fund.funding.domain;

import java.time.Duration;
import java.util.List;

/**
 * When an unknown result is asked for again, and when a person takes over.
 *
 * @param waits before the first query, the second, …; the last one repeats
 * @param limit queries after which a person takes over
 * @param resendFrom from this query on, a number that the institution does not know is sent again, under the same number;
 *     before, the request may still be on its way
 */
public record QueryLadder(List<Duration> waits, int limit, int resendFrom) {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5));

    /** Close together at first, then every five minutes; a person after 50 queries, which is about four hours. */
    public static final QueryLadder DEFAULT = new QueryLadder(WAITS, 50, 3);

    /** The pause after so many queries. */
    public Duration waitAfter(int queries) {
        return waits.get(Math.min(queries, waits.size() - 1));
    }

    /** True when a person takes over. */
    public boolean ends(int queries) {
        return queries >= limit;
    }

    /** True when a request that the institution does not know in this query may be sent again. */
    public boolean mayResend(int query) {
        return query >= resendFrom;
    }
}
