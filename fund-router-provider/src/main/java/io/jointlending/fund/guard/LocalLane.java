package io.jointlending.fund.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The calls of one channel in this instance: counted always, limited in rate only when Redis does not answer. */
final class LocalLane {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final AtomicInteger running = new AtomicInteger();
    private final Set<String> permits = ConcurrentHashMap.newKeySet();
    private final AtomicLong arrival;

    LocalLane(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.arrival = new AtomicLong(nanoTime.getAsLong());
    }

    /** Counts a call if fewer than this many are under way. */
    boolean begin(int most) {
        int now = running.get();
        while (now < most) {
            if (running.compareAndSet(now, now + 1)) {
                return true;
            }
            now = running.get();
        }
        return false;
    }

    /** Whether no more than this many are under way, the caller's own among them. */
    boolean within(int most) {
        return running.get() <= most;
    }

    void keep(String permit) {
        permits.add(permit);
    }

    boolean holds(String permit) {
        return permits.contains(permit);
    }

    /** Takes the call back that {@link #begin} counted. */
    void end() {
        running.decrementAndGet();
    }

    /** Ends the call of this permit; false if there is none. */
    boolean end(String permit) {
        boolean held = permits.remove(permit);
        if (held) {
            end();
        }
        return held;
    }

    Set<String> permits() {
        return Set.copyOf(permits);
    }

    int running() {
        return running.get();
    }

    /**
     * Lets a call begin at a rate, like the script in Redis.
     *
     * @return 0, or the milliseconds to wait
     */
    long pace(int perSecond, int burst) {
        long interval = -Math.floorDiv(-SECOND, perSecond);
        while (true) {
            long now = nanoTime.getAsLong();
            long before = arrival.get();
            long next = before - now > 0 ? before : now;
            long early = next - (burst - 1) * interval - now;
            if (early > 0) {
                return -Math.floorDiv(-early, TimeUnit.MILLISECONDS.toNanos(1));
            }
            if (arrival.compareAndSet(before, next + interval)) {
                return 0;
            }
        }
    }
}
