package io.jointlending.fund.guard;

import io.jointlending.devstack.DevStackProcess;
import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.jointlending.support.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.redisson.api.RPermitExpirableSemaphore;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * What one admission and its end cost, in admissions per second of eight callers: this gate, Redisson's semaphore of permits that
 * expire, and the script that counts the fields of a hash, with few and with many holders in it that never came back. Arguments:
 * seconds of each measurement, rounds. The addresses come from JL_STACK_PROPERTIES.
 */
final class GateBenchmark {
    private static final int CALLERS = 8;
    private static final int LIMIT = 1_000;
    private static final int CROWDED = 10_000;
    private static final long LEASE_MILLIS = 60_000;
    private static final String COUNTS_FIELDS =
            """
            local most = redis.call('get', KEYS[1])
            if most and #redis.call('hkeys', KEYS[2]) >= tonumber(most) then
              return 0
            end
            redis.call('hset', KEYS[2], ARGV[1], ARGV[2])
            return 1
            """;

    private final RedissonClient redis;
    private final long seconds;

    private GateBenchmark(RedissonClient redis, long seconds) {
        this.redis = redis;
        this.seconds = seconds;
    }

    /** See the class. One line of JSON on stdout. */
    public static void main(String[] arguments) {
        DevStackProcess stack = DevStackProcess.attach(Path.of(System.getenv("JL_STACK_PROPERTIES")));
        RedissonClient redis = TestRedis.client(stack.property("redis.address"));
        try {
            System.out.println(Json.write(
                    new GateBenchmark(redis, Long.parseLong(arguments[0])).run(Integer.parseInt(arguments[1]))));
        } finally {
            redis.shutdown();
        }
    }

    private Map<String, Object> run(int rounds) {
        Map<String, Consumer<String>> ways = new LinkedHashMap<>();
        ways.put("gate", gate());
        ways.put("semaphore", semaphore());
        ways.put("hkeys", countedFields(0));
        ways.put("hkeys10000", countedFields(CROWDED));
        Map<String, List<Long>> perSecond = new LinkedHashMap<>();
        ways.forEach((name, way) -> measure(way)); // warm-up
        for (int round = 0; round < rounds; round++) {
            ways.forEach((name, way) ->
                    perSecond.computeIfAbsent(name, key -> new ArrayList<>()).add(measure(way)));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        perSecond.forEach((name, figures) -> result.put(name + "PerSecond", median(figures)));
        long own = median(perSecond.getOrDefault("gate", List.of()));
        List.of("semaphore", "hkeys", "hkeys10000")
                .forEach(other -> result.put(
                        "gateTo" + other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1) + "Percent",
                        own * 100 / Math.max(1, median(perSecond.getOrDefault(other, List.of())))));
        result.put("callers", CALLERS);
        result.put("rounds", rounds);
        return result;
    }

    private Consumer<String> gate() {
        ChannelDefinition channel =
                new TestChannel().gate(LIMIT, 1_000_000, 1_000_000).made();
        CallGate gate = new CallGate(redis, () -> 1, Duration.ofMillis(LEASE_MILLIS), Duration.ofSeconds(20));
        return permit -> {
            require(gate.enter(channel, permit).reason() == null && !gate.local());
            gate.leave(channel, permit);
        };
    }

    private Consumer<String> semaphore() {
        RPermitExpirableSemaphore semaphore = redis.getPermitExpirableSemaphore("bench:" + UUID.randomUUID());
        require(semaphore.trySetPermits(LIMIT));
        return permit -> {
            try {
                String id = semaphore.tryAcquire(0, LEASE_MILLIS, TimeUnit.MILLISECONDS);
                require(id != null);
                semaphore.release(id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private Consumer<String> countedFields(int neverLeft) {
        String most = "bench:" + UUID.randomUUID();
        String holders = most + ":holders";
        redis.getBucket(most, StringCodec.INSTANCE).set(Integer.toString(neverLeft + LIMIT));
        for (int i = 0; i < neverLeft; i++) {
            redis.getMap(holders, StringCodec.INSTANCE).fastPut("dead-" + i, "0");
        }
        String digest = redis.getScript(StringCodec.INSTANCE).scriptLoad(COUNTS_FIELDS);
        return permit -> {
            Long in = redis.getScript(StringCodec.INSTANCE)
                    .evalSha(
                            RScript.Mode.READ_WRITE,
                            digest,
                            RScript.ReturnType.INTEGER,
                            List.of(most, holders),
                            permit,
                            "0");
            require(in == 1);
            redis.getMap(holders, StringCodec.INSTANCE).fastRemove(permit);
        };
    }

    private long measure(Consumer<String> way) {
        LongAdder done = new LongAdder();
        AtomicBoolean stop = new AtomicBoolean();
        long begun = System.nanoTime();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int number = i;
            Thread caller = new Thread(() -> {
                for (int call = 0; !stop.get(); call++) {
                    way.accept(number + "-" + call);
                    done.increment();
                    if (call % 16 == 0 && System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(seconds)) {
                        stop.set(true);
                    }
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return done.sum() * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - begun);
    }

    private static long median(List<Long> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElse(0L);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("not let in: the figures would mean nothing");
        }
    }
}
