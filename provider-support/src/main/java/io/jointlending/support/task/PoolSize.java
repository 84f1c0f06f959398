package io.jointlending.support.task;

/**
 * How many threads a pool has. The system property {@code jl.pools.most} bounds every pool of the process; with 1, whatever waits for
 * other work of its own pool stands still, so a test of everything with 1 shows that nothing does.
 */
public final class PoolSize {
    /** The system property. */
    public static final String PROPERTY = "jl.pools.most";

    private PoolSize() {}

    /** The wanted size, or what the property allows if that is less; 1 or more. */
    public static int atMost(int wanted) {
        int most = Integer.getInteger(PROPERTY, Integer.MAX_VALUE);
        if (most < 1) {
            throw new IllegalArgumentException(PROPERTY + " must be 1 or more: " + most);
        }
        return Math.max(1, Math.min(wanted, most));
    }
}
