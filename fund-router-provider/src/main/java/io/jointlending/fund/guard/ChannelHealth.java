package io.jointlending.fund.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which channels are better avoided while there are others: some instance has an open breaker of it. A hint for the router,
 * which tries such a channel last and never excludes it. Told between instances through {@code fund:health:{channel}}; what
 * an instance says lapses unless it says it again. Without Redis an instance knows only of its own breakers.
 */
public final class ChannelHealth {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelHealth.class);
    private static final long TTL_MILLIS = 10_000;
    private static final int MOST_CHANNELS = 1_000;

    private final Breakers breakers;
    private final RedisScript present;
    private final String instance;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    /**
     * Health as this instance knows it.
     *
     * @param instance name of this instance, without spaces
     */
    public ChannelHealth(Breakers breakers, RedissonClient redis, String instance) {
        this.breakers = breakers;
        this.present = new RedisScript(redis, "present.lua");
        this.instance = instance;
    }

    /** Whether a channel should be tried after the others. Answers at once, from what {@link #exchange} brought. */
    public boolean demoted(String channel) {
        if (seen.size() < MOST_CHANNELS) {
            seen.putIfAbsent(channel, 0L);
        }
        return seen.getOrDefault(channel, 0L) > 0 || breakers.resting().containsKey(channel);
    }

    /** Tells the others what rests here and learns what rests there; does not wait for Redis. Called every few seconds. */
    CompletionStage<Void> exchange() {
        Map<String, Set<String>> resting = breakers.resting();
        Set<String> channels = ConcurrentHashMap.newKeySet();
        channels.addAll(resting.keySet());
        channels.addAll(seen.keySet());
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (String channel : channels) {
            Object[] arguments = Stream.concat(
                            Stream.of(instance, TTL_MILLIS), resting.getOrDefault(channel, Set.of()).stream())
                    .toArray();
            CompletionStage<Void> one = present.run(List.of("fund:health:{" + channel + "}"), arguments)
                    .handle((count, failure) -> {
                        seen.put(channel, failure == null ? count : 0L);
                        if (failure != null) {
                            LOG.debug("health of channel={} is known here only: {}", channel, failure.toString());
                        }
                        return null;
                    });
            all = all.thenCombine(one, (before, now) -> null);
        }
        return all;
    }
}
