package io.jointlending.system.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one measurement gave.
 *
 * @param perSecond calls or transactions per second
 * @param p50Micros half of them took no longer, in microseconds
 * @param p99Micros 99 of 100 took no longer, in microseconds
 * @param done how many were measured
 */
record Figures(BigDecimal perSecond, long p50Micros, long p99Micros, long done) {
    private static final long NANOS_PER_MICRO = 1_000;

    /** Figures of the times that each caller took for each call, in nanoseconds. */
    static Figures of(List<long[]> nanosPerCaller, long elapsedNanos) {
        long[] all =
                nanosPerCaller.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            return new Figures(BigDecimal.ZERO, 0, 0, 0);
        }
        BigDecimal perSecond = BigDecimal.valueOf(all.length)
                .multiply(BigDecimal.valueOf(1_000_000_000L))
                .divide(BigDecimal.valueOf(elapsedNanos), 1, RoundingMode.HALF_UP);
        return new Figures(perSecond, at(all, 50), at(all, 99), all.length);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("perSecond", perSecond);
        json.put("p50Ms", millis(p50Micros));
        json.put("p99Ms", millis(p99Micros));
        json.put("measured", done);
        return json;
    }

    String text() {
        return perSecond + "/s, p50 " + millis(p50Micros) + " ms, p99 " + millis(p99Micros) + " ms";
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3).setScale(2, RoundingMode.HALF_UP);
    }

    private static long at(long[] sorted, int percent) {
        int index = (int) ((sorted.length - 1L) * percent / 100);
        return sorted[index] / NANOS_PER_MICRO;
    }
}
