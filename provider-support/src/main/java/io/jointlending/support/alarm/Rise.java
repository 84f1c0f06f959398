package io.jointlending.support.alarm;

/** When a share of failures is so far above the usual one that a person must be told. */
public final class Rise {
    /** Below this many nothing is said of a share. */
    private static final long LEAST = 20;

    /** Above the usual one by so many percentage points, and three times as high. */
    private static final long POINTS = 10;

    private static final long TIMES = 3;
    private static final long PERCENT = 100;

    private Rise() {}

    /** Whether {@code hits} of {@code total} are; what has no past is measured against none. */
    public static boolean isFar(long hits, long total, long usualHits, long usualTotal) {
        if (total < LEAST) {
            return false;
        }
        long percent = hits * PERCENT / total;
        long usualPercent = usualTotal == 0 ? 0 : usualHits * PERCENT / usualTotal;
        return percent >= usualPercent + POINTS && percent >= TIMES * usualPercent;
    }

    /** Whether it could be, whatever is usual: then the past is worth asking for. */
    public static boolean mayBeFar(long hits, long total) {
        return isFar(hits, total, 0, 0);
    }
}
