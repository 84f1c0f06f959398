package io.jointlending.fund.guard;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many calls of a channel are under way and how many begin per second, over all instances. Redis decides in one script,
 * by its own clock; a permit whose holder died comes back when its lease ends. While Redis does not answer, each instance
 * keeps to its share of both limits; when Redis is back, calls still under way are entered there, and for the length of a lease
 * both limits hold.
 */
public final class CallGate {
    private static final Logger LOG = LoggerFactory.getLogger(CallGate.class);

    /** When it is worth asking again while all places are taken. */
    private static final long FULL_MILLIS = 250;

    private static final long MICROS = 1_000_000;
    private static final Duration USUAL_WAIT = Duration.ofMillis(500);

    private final RedissonClient redis;
    private final RedisScript enter;
    private final RedisScript keep;
    private final IntSupplier instances;
    private final Duration margin;
    private final Duration wait;
    private final RedisAway away = new RedisAway(System::nanoTime);
    private final Map<String, LocalLane> lanes = new ConcurrentHashMap<>();
    private final Map<String, Duration> leases = new ConcurrentHashMap<>();

    /**
     * A gate.
     *
     * @param instances how many instances there are, 1 or more; asked while Redis does not answer
     * @param margin how much longer a permit lasts than the longest call of its channel, above 0
     */
    public CallGate(RedissonClient redis, IntSupplier instances, Duration margin) {
        this(redis, instances, margin, USUAL_WAIT);
    }

    /** Takes Redis for away when it does not answer for so long. */
    CallGate(RedissonClient redis, IntSupplier instances, Duration margin, Duration wait) {
        if (margin.isNegative() || margin.isZero()) {
            throw new IllegalArgumentException(
                    "a permit must outlive its call, so the margin must be above 0: " + margin);
        }
        this.redis = redis;
        this.enter = new RedisScript(redis, "gate.lua");
        this.keep = new RedisScript(redis, "gate-keep.lua");
        this.instances = instances;
        this.margin = margin;
        this.wait = wait;
    }

    /**
     * Asks for a call.
     *
     * @param reason why not, or null when it is let in
     * @param retryAfterMillis when it is worth asking again
     */
    record Answer(@Nullable RefusalReason reason, long retryAfterMillis) {
        private static final Answer IN = new Answer(null, 0);

        static Answer full(RefusalReason reason) {
            return new Answer(reason, FULL_MILLIS);
        }
    }

    /** How long a permit of this channel lasts at most; always longer than its longest call. */
    Duration lease(ChannelDefinition channel) {
        return channel.call().total().plus(margin);
    }

    /** Asks for a permit. A permit of this name that is held already is the same permit. */
    Answer enter(ChannelDefinition channel, String permit) {
        LocalLane lane = lane(channel);
        if (lane.holds(permit)) {
            return Answer.IN;
        }
        ChannelDefinition.Gate limits = channel.gate();
        if (!lane.begin(away.localLimits() ? share(limits.inFlight()) : limits.inFlight())) {
            return Answer.full(RefusalReason.LOCAL_FULL);
        }
        Answer answer = ask(channel, lane, permit);
        if (answer.reason() == null) {
            lane.keep(permit);
        } else {
            lane.end();
        }
        return answer;
    }

    /** Gives a permit back; nothing happens if it is not held here. Does not wait for Redis. */
    void leave(ChannelDefinition channel, String permit) {
        if (lane(channel).end(permit) && !away.away()) {
            release(channel, permit);
        }
    }

    /** Whether Redis does not answer, so that local shares hold. */
    public boolean local() {
        return away.away();
    }

    /** Calls of this channel under way in this instance. */
    int running(String channel) {
        LocalLane lane = lanes.get(channel);
        return lane == null ? 0 : lane.running();
    }

    private Answer ask(ChannelDefinition channel, LocalLane lane, String permit) {
        RedisAway.Turn turn = away.turn();
        if (turn == RedisAway.Turn.LOCAL || (turn == RedisAway.Turn.TRY && !back())) {
            return locally(channel, lane);
        }
        ChannelDefinition.Gate limits = channel.gate();
        CompletionStage<Long> asked = enter.run(
                GateKeys.of(channel.channel()).both(),
                limits.inFlight(),
                -Math.floorDiv(-MICROS, limits.perSecond()),
                limits.burst(),
                lease(channel).toMillis(),
                permit);
        try {
            long said = asked.toCompletableFuture().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return said == 0
                    ? Answer.IN
                    : said < 0 ? Answer.full(RefusalReason.GATE_FULL) : new Answer(RefusalReason.TOO_FAST, said);
        } catch (ExecutionException | TimeoutException e) {
            noAnswer(e);
            // let in later than anybody waited for: given back at once unless the call is let in locally
            asked.thenAccept(said -> {
                if (said == 0 && !lane.holds(permit)) {
                    release(channel, permit);
                }
            });
            return locally(channel, lane);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.full(RefusalReason.LOCAL_FULL);
        }
    }

    private Answer locally(ChannelDefinition channel, LocalLane lane) {
        ChannelDefinition.Gate limits = channel.gate();
        if (!lane.within(share(limits.inFlight()))) {
            return Answer.full(RefusalReason.LOCAL_FULL);
        }
        int count = Math.max(1, instances.getAsInt());
        long wait = lane.pace(Math.max(1, limits.perSecond() / count), share(limits.burst()));
        return wait == 0 ? Answer.IN : new Answer(RefusalReason.TOO_FAST, wait);
    }

    /** Enters what is under way here into a Redis that may be back, perhaps without its data. */
    private boolean back() {
        List<CompletableFuture<Long>> entered = new ArrayList<>();
        Duration longest = margin;
        for (Map.Entry<String, LocalLane> lane : lanes.entrySet()) {
            Duration lease = leases.getOrDefault(lane.getKey(), margin);
            longest = lease.compareTo(longest) > 0 ? lease : longest;
            Object[] arguments = Stream.concat(Stream.of(lease.toMillis()), lane.getValue().permits().stream())
                    .toArray();
            entered.add(keep.run(List.of(GateKeys.of(lane.getKey()).inFlight()), arguments)
                    .toCompletableFuture());
        }
        try {
            CompletableFuture.allOf(entered.toArray(CompletableFuture[]::new))
                    .get(wait.toMillis(), TimeUnit.MILLISECONDS);
            away.answered(longest);
            LOG.info("Redis answers again; for {} the local shares hold too", longest);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            noAnswer(e);
            return false;
        } catch (InterruptedException e) {
            away.failed();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void noAnswer(Exception failure) {
        if (away.failed()) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            LOG.error(
                    "Redis does not answer; each of {} instances keeps to its share of every gate: {}",
                    instances.getAsInt(),
                    cause.toString());
        }
    }

    private void release(ChannelDefinition channel, String permit) {
        redis.getScoredSortedSet(GateKeys.of(channel.channel()).inFlight(), StringCodec.INSTANCE)
                .removeAsync(permit)
                .whenComplete((removed, failure) -> {
                    if (failure != null) {
                        LOG.debug("permit={} comes back when its lease ends: {}", permit, failure.toString());
                    }
                });
    }

    private LocalLane lane(ChannelDefinition channel) {
        leases.put(channel.channel(), lease(channel));
        return lanes.computeIfAbsent(channel.channel(), name -> new LocalLane(System::nanoTime));
    }

    private int share(int whole) {
        return -Math.floorDiv(-whole, Math.max(1, instances.getAsInt()));
    }
}
