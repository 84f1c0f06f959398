package io.jointlending.fund.guard;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.IntSupplier;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many instances of this provider call institutions: the most that Redis knew of in the last half minute or, while it does not
 * answer, before. Local shares of a gate are made by it.
 */
public final class Instances implements IntSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);
    private static final String KEY = "fund:instances";
    private static final long TTL_MILLIS = 15_000;
    private static final int REMEMBERED = 15;

    private final RedisScript present;
    private final String instance;
    private final int least;
    private final int[] counts = new int[REMEMBERED];
    private int next;

    /**
     * A count that begins with the configured one.
     *
     * @param least instances that are assumed at least
     */
    public Instances(RedissonClient redis, String instance, int least) {
        if (least < 1) {
            throw new IllegalArgumentException("jl.fund.instances must be 1 or more: " + least);
        }
        this.present = new RedisScript(redis, "present.lua");
        this.instance = instance;
        this.least = least;
    }

    /** Says that this instance lives and counts the others; does not wait for Redis. Called every two seconds. */
    CompletionStage<Void> beat() {
        return present.run(List.of(KEY), instance, TTL_MILLIS, "lives").handle((count, failure) -> {
            if (failure == null) {
                remember(Math.toIntExact(count));
            } else {
                LOG.debug("instances are counted as before: {}", failure.toString());
            }
            return null;
        });
    }

    @Override
    public synchronized int getAsInt() {
        int most = least;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    private synchronized void remember(int count) {
        counts[next] = count;
        next = (next + 1) % counts.length;
    }
}
