package io.jointlending.support.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.support.json.Json;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxExpiry;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code scripts/bench outbox}: this outbox, a loop that only inserts, and gruelbox transaction-outbox, in turn on one
 * database, with sinks that do nothing. Arguments: java, class path of the peer, seconds, rounds, backlog.
 */
public final class OutboxBenchmark {
    private static final int THREADS = 4;
    private static final long NANOS = 1_000_000_000L;
    private static final String BODY = "x".repeat(600);
    private static final String INSERT = "INSERT INTO bench_business (note) VALUES (?)";

    private final SchemaFixture schema;
    private final JdbcTemplate jdbc;
    private final List<String> peer;
    private final PrintStream err;

    private OutboxBenchmark(SchemaFixture schema, List<String> peer, PrintStream err) {
        this.schema = schema;
        this.jdbc = new JdbcTemplate(schema.dataSource());
        this.peer = peer;
        this.err = err;
    }

    /** See the class; one line of JSON on stdout. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        String line;
        try (SchemaFixture schema = SchemaFixture.create("channel_admin")) {
            schema.execute("CREATE TABLE bench_business (id BIGINT AUTO_INCREMENT PRIMARY KEY, note VARCHAR(100))");
            List<String> peer = List.of(
                    arguments[0],
                    "-Xmx512m",
                    "-cp",
                    arguments[1],
                    "io.jointlending.peer.PeerBenchmark",
                    schema.settings().url(),
                    schema.settings().username(),
                    schema.settings().password(),
                    Integer.toString(THREADS),
                    Integer.toString(schema.settings().poolSize()));
            OutboxBenchmark benchmark = new OutboxBenchmark(schema, peer, err);
            line = Json.write(benchmark.run(
                    Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4])));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(line);
        Runtime.getRuntime().halt(0);
    }

    private Map<String, Object> run(int seconds, int rounds, int backlog) throws IOException, InterruptedException {
        List<BigDecimal> bare = new ArrayList<>();
        List<BigDecimal> commits = new ArrayList<>();
        List<BigDecimal> sent = new ArrayList<>();
        List<BigDecimal> peerCommits = new ArrayList<>();
        List<BigDecimal> peerSent = new ArrayList<>();
        load(2, new ArrayList<>(), new ArrayList<>()); // connections, classes, code
        bare(2);
        for (int round = 1; round <= rounds; round++) {
            bare.add(bare(seconds));
            load(seconds, commits, sent);
            JsonNode theirs = peer("load", Integer.toString(seconds));
            peerCommits.add(perSecond(
                    theirs.get("commits").asLong(), theirs.get("commitNanos").asLong()));
            peerSent.add(perSecond(
                    theirs.get("commits").asLong(), theirs.get("sentNanos").asLong()));
            err.println("round " + round + ": bare " + last(bare) + ", outbox " + last(commits) + " (sent " + last(sent)
                    + "), peer " + last(peerCommits) + " (sent " + last(peerSent) + ") a second");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bareCommitsPerSecond", median(bare));
        result.put("commitsPerSecond", median(commits));
        result.put("sentPerSecond", median(sent));
        result.put("peerCommitsPerSecond", median(peerCommits));
        result.put("peerSentPerSecond", median(peerSent));
        result.put("commitsOfBare", ratio(median(commits), median(bare)));
        result.put("sentOfPeer", ratio(median(sent), median(peerSent)));
        int half = Math.max(THREADS, median(commits).intValue() / 2);
        int peerHalf = Math.max(THREADS, median(peerSent).intValue() / 2);
        long[] micros = paced(seconds, half);
        result.put("halfLoadPerSecond", half);
        result.put("toSentP50Ms", millis(at(micros, 50)));
        result.put("toSentP99Ms", millis(at(micros, 99)));
        JsonNode theirs = peer("paced", Integer.toString(seconds), Integer.toString(peerHalf));
        result.put("peerHalfLoadPerSecond", peerHalf);
        result.put("peerToSentP50Ms", millis(theirs.get("p50Micros").asLong()));
        result.put("peerToSentP99Ms", millis(theirs.get("p99Micros").asLong()));
        err.println(
                "half load: p50 " + result.get("toSentP50Ms") + " ms, peer " + result.get("peerToSentP50Ms") + " ms");
        BigDecimal drained = backlog(backlog);
        JsonNode theirBacklog = peer("backlog", Integer.toString(backlog));
        BigDecimal theirDrained = perSecond(
                theirBacklog.get("messages").asLong(), theirBacklog.get("nanos").asLong());
        result.put("backlog", backlog);
        result.put("backlogPerSecond", drained);
        result.put("peerBacklogPerSecond", theirDrained);
        result.put("peerBacklogSent", theirBacklog.get("messages").asLong());
        result.put("backlogOfPeer", ratio(drained, theirDrained));
        result.put("rounds", rounds);
        result.put("processors", Runtime.getRuntime().availableProcessors());
        return result;
    }

    /** Transactions a second that only insert their business row. */
    private BigDecimal bare(int seconds) throws InterruptedException {
        long begun = System.nanoTime();
        long commits = commits(seconds, number -> schema.transactions().inTransaction(() -> {
            jdbc.update(INSERT, "k-" + number);
        }));
        return perSecond(commits, System.nanoTime() - begun);
    }

    private void load(int seconds, List<BigDecimal> committed, List<BigDecimal> sent) throws InterruptedException {
        NoOpSink sink = new NoOpSink();
        try (OutboxRelay relay = relay(sink)) {
            Outbox outbox = outbox(relay);
            relay.start();
            String run = Long.toString(System.nanoTime());
            long begun = System.nanoTime();
            long commits = commits(seconds, number -> commit(outbox, run + "-" + number));
            committed.add(perSecond(commits, System.nanoTime() - begun));
            await(() -> sink.count() >= commits);
            sent.add(perSecond(commits, System.nanoTime() - begun));
        }
    }

    private long[] paced(int seconds, int perSecond) throws InterruptedException {
        NoOpSink sink = new NoOpSink();
        Map<String, Long> committed = new ConcurrentHashMap<>();
        try (OutboxRelay relay = relay(sink)) {
            Outbox outbox = outbox(relay);
            relay.start();
            sink.timed();
            String run = Long.toString(System.nanoTime());
            long pause = NANOS * THREADS / perSecond;
            ThreadLocal<Long> next = ThreadLocal.withInitial(System::nanoTime);
            commits(seconds, number -> {
                String key = run + "-" + number;
                commit(outbox, key);
                committed.put(key, System.nanoTime());
                next.set(next.get() + pause);
                LockSupport.parkNanos(next.get() - System.nanoTime());
            });
            await(() -> sink.arrived().size() >= committed.size());
        }
        return committed.entrySet().stream()
                .mapToLong(entry ->
                        Math.max(0, sink.arrived().getOrDefault(entry.getKey(), 0L) - entry.getValue()) / 1_000)
                .sorted()
                .toArray();
    }

    private BigDecimal backlog(int messages) throws InterruptedException {
        NoOpSink sink = new NoOpSink();
        try (OutboxRelay relay = relay(sink)) {
            Outbox outbox = outbox(relay);
            for (int made = 0; made < messages; made += 500) {
                int from = made;
                schema.transactions().inTransaction(() -> {
                    for (int i = from; i < Math.min(messages, from + 500); i++) {
                        outbox.add(message("b-" + i));
                    }
                });
            }
        }
        schema.execute("UPDATE mq_outbox SET next_at = NOW(3) WHERE status = 0");
        schema.execute("ANALYZE TABLE mq_outbox");
        NoOpSink second = new NoOpSink();
        try (OutboxRelay relay = relay(second)) {
            long begun = System.nanoTime();
            relay.start();
            await(() -> second.count() >= messages
                    && schema.number("SELECT COUNT(*) FROM (SELECT id FROM mq_outbox WHERE status = 0 LIMIT 1) one")
                            == 0);
            return perSecond(messages, System.nanoTime() - begun);
        }
    }

    private void commit(Outbox outbox, String key) {
        schema.transactions().inTransaction(() -> {
            jdbc.update(INSERT, key);
            outbox.add(message(key));
        });
    }

    private static OutboxMessage message(String key) {
        return new OutboxMessage("channel-admin", "Bench", key, null, new RequestNoQuery(BODY));
    }

    private OutboxRelay relay(NoOpSink sink) {
        return new OutboxRelay(
                schema.transactions(),
                schema.session(),
                "bench",
                sink,
                new OutboxExpiry(schema.transactions(), schema.session(), types()),
                new SimpleMeterRegistry());
    }

    private Outbox outbox(OutboxRelay relay) {
        return Outbox.stored(schema.dataSource(), schema.session(), types(), relay);
    }

    private static MessageRegistry types() {
        return MessageRegistry.of(List.of(MessageType.of("channel-admin", "Bench")));
    }

    private static long commits(int seconds, Commit commit) throws InterruptedException {
        AtomicLong commits = new AtomicLong();
        CountDownLatch done = new CountDownLatch(THREADS);
        long end = System.nanoTime() + seconds * NANOS;
        for (int thread = 0; thread < THREADS; thread++) {
            Thread caller = new Thread(
                    () -> {
                        while (System.nanoTime() < end) {
                            commit.once(commits.incrementAndGet());
                        }
                        done.countDown();
                    },
                    "bench-caller");
            caller.setDaemon(true);
            caller.start();
        }
        done.await();
        return commits.get();
    }

    private JsonNode peer(String... mode) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(peer);
        command.addAll(List.of(mode));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(15, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("the peer failed: " + line);
        }
        return Json.mapper().readTree(line);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not sent within ten minutes");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static long at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1L) * percent / 100)];
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal perSecond(long count, long nanos) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(NANOS))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP);
    }

    private static BigDecimal ratio(BigDecimal one, BigDecimal other) {
        return one.divide(other.max(BigDecimal.ONE), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(List<BigDecimal> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static BigDecimal last(List<BigDecimal> figures) {
        return figures.get(figures.size() - 1);
    }

    /** One transaction. */
    @FunctionalInterface
    private interface Commit {
        void once(long number);
    }
}
