package io.jointlending.fund.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether Redis answers. While it does not, one caller a second tries; and for a while after it is back both limits hold, because
 * calls of the time before are still under way in other instances.
 */
final class RedisAway {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private boolean away;
    private boolean trying;
    private long nextTry;
    private long settledAt;

    RedisAway(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.settledAt = nanoTime.getAsLong();
    }

    /** What a caller may do. */
    enum Turn {
        /** Redis answered last time. */
        ASK,

        /** It did not, and it is this caller's turn to try; it must report {@link #answered} or {@link #failed}. */
        TRY,

        /** It did not. */
        LOCAL
    }

    synchronized Turn turn() {
        if (!away) {
            return Turn.ASK;
        }
        if (trying || nextTry - nanoTime.getAsLong() > 0) {
            return Turn.LOCAL;
        }
        trying = true;
        return Turn.TRY;
    }

    /** Returns true if it answered before. */
    synchronized boolean failed() {
        boolean first = !away;
        away = true;
        trying = false;
        nextTry = nanoTime.getAsLong() + PAUSE_NANOS;
        return first;
    }

    /** Redis is back; both limits hold so long. */
    synchronized void answered(Duration settle) {
        away = false;
        trying = false;
        settledAt = nanoTime.getAsLong() + settle.toNanos();
    }

    /** True while it does not answer, and until calls of that time must have ended. */
    synchronized boolean localLimits() {
        return away || settledAt - nanoTime.getAsLong() > 0;
    }

    synchronized boolean away() {
        return away;
    }
}
