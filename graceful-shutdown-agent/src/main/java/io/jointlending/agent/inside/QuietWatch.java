package io.jointlending.agent.inside;

/** Since when nothing has run and nothing has come. */
final class QuietWatch {
    private long busyAt;
    private long marker;
    private int inFlight;

    /** Begins anew: the instance counts as busy now. */
    void restart(long nowNanos, long markerNow) {
        busyAt = nowNanos;
        marker = markerNow;
        inFlight = 0;
    }

    /**
     * One look.
     *
     * @param running requests that run or wait
     * @param markerNow any number that changes with every request that comes
     */
    void observe(long nowNanos, int running, long markerNow) {
        if (running > 0 || markerNow != marker) {
            busyAt = nowNanos;
        }
        marker = markerNow;
        inFlight = running;
    }

    int inFlight() {
        return inFlight;
    }

    long idleMillis(long nowNanos) {
        return Math.max(0, (nowNanos - busyAt) / 1_000_000);
    }
}
