package io.jointlending.support.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointlending.devstack.Component;
import io.jointlending.devstack.DevStackProcess;
import io.jointlending.support.config.DatabaseUrl;
import io.jointlending.support.json.Json;
import io.jointlending.support.wiring.SchemaFixture;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * {@code scripts/bench outbox}: this outbox, two loops that only insert, and gruelbox transaction-outbox, in turn on one
 * database, with sinks that do nothing. Arguments: java, class path of the peer, seconds, rounds, backlog, callers.
 */
public final class OutboxBenchmark {
    private static final int WARM_UP_SECONDS = 3;
    private static final String BODY = "x".repeat(600);

    private final SchemaFixture schema;
    private final OutboxLoop loop;
    private final BareLoop bare;
    private final Peer peer;
    private final long databasePid;
    private final int callers;
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final Map<String, Object> result = new LinkedHashMap<>();
    private long commits;
    private long peerSent;

    private OutboxBenchmark(SchemaFixture schema, Peer peer, long databasePid, int callers) {
        this.schema = schema;
        this.bare = new BareLoop(schema, BODY);
        this.loop = new OutboxLoop(schema, bare, BODY, databasePid, callers);
        this.peer = peer;
        this.databasePid = databasePid;
        this.callers = callers;
    }

    /** See the class; one line of JSON on stdout. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int callers = Integer.parseInt(arguments[5]);
        String databasePid = DevStackProcess.shared(Component.MARIADB).property("mariadb.pid");
        String line;
        try (SchemaFixture schema = SchemaFixture.create("channel_admin", 2 * callers)) {
            schema.execute("CREATE TABLE bench_business (id BIGINT AUTO_INCREMENT PRIMARY KEY, note VARCHAR(100))");
            List<String> command = List.of(
                    arguments[0],
                    "-Xmx512m",
                    "-cp",
                    arguments[1],
                    "io.jointlending.peer.PeerBenchmark",
                    DatabaseUrl.withDefaults(schema.settings().url()),
                    schema.settings().username(),
                    schema.settings().password(),
                    Integer.toString(callers),
                    Integer.toString(schema.settings().poolSize()),
                    databasePid);
            try (Peer peer = new Peer(command)) {
                OutboxBenchmark benchmark = new OutboxBenchmark(schema, peer, Long.parseLong(databasePid), callers);
                benchmark.run(
                        Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
                line = Json.write(benchmark.result);
            }
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(line);
        Runtime.getRuntime().halt(0);
    }

    private void run(int seconds, int rounds, int backlog) throws IOException, InterruptedException {
        result.put("callers", callers);
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put("rounds", rounds);
        underLoad(seconds, rounds);
        atHalfLoad(seconds);
        drained(backlog);
    }

    private void underLoad(int seconds, int rounds) throws IOException, InterruptedException {
        oneRow(WARM_UP_SECONDS); // connections, classes, code
        twoRows(WARM_UP_SECONDS);
        emptied();
        loop.load(WARM_UP_SECONDS);
        peerLoad(WARM_UP_SECONDS);
        List<Measured> one = new ArrayList<>();
        List<Measured> two = new ArrayList<>();
        List<OutboxLoop.Load> ours = new ArrayList<>();
        List<OutboxLoop.Load> theirs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            one.add(oneRow(seconds));
            two.add(twoRows(seconds));
            emptied();
            ours.add(loop.load(seconds));
            emptied();
            theirs.add(peerLoad(seconds));
            err.println(
                    "round " + round + ", a second: business row " + last(one).perSecond() + ", and message row "
                            + last(two).perSecond() + ", outbox " + last(ours) + ", peer " + last(theirs));
        }
        long bareCommits = median(one, Measured::perSecond);
        commits = median(ours, load -> load.committed().perSecond());
        long sent = median(ours, load -> load.sent().perSecond());
        peerSent = median(theirs, load -> load.sent().perSecond());
        result.put("commitsOfBare", Measured.ratio(commits, bareCommits));
        result.put("commitsOfTwoRows", Measured.ratio(commits, median(two, Measured::perSecond)));
        result.put(
                "peerCommitsOfBare",
                Measured.ratio(median(theirs, load -> load.committed().perSecond()), bareCommits));
        result.put("sentOfPeer", Measured.ratio(sent, peerSent));
        result.put("bareCommitsPerSecond", bareCommits);
        result.put("commitsPerSecond", commits);
        result.put("sentPerSecond", sent);
        result.put("peerSentPerSecond", peerSent);
        result.put("databaseMicros", micros(one, two, ours, theirs, Measured::databaseMicrosEach));
        result.put("clientMicros", micros(one, two, ours, theirs, Measured::clientMicrosEach));
        result.put("stepMicros", loop.stepMicros());
    }

    private static Map<String, Long> micros(
            List<Measured> one,
            List<Measured> two,
            List<OutboxLoop.Load> ours,
            List<OutboxLoop.Load> theirs,
            ToLongFunction<Measured> each) {
        Map<String, Long> micros = new LinkedHashMap<>();
        micros.put("businessRow", median(one, each));
        micros.put("andMessageRow", median(two, each));
        micros.put("outbox", median(ours, load -> each.applyAsLong(load.sent())));
        micros.put("peer", median(theirs, load -> each.applyAsLong(load.sent())));
        return micros;
    }

    private void atHalfLoad(int seconds) throws IOException, InterruptedException {
        emptied();
        long half = Math.max(callers, commits / 2);
        long peerHalf = Math.max(callers, peerSent / 2);
        long[] micros = loop.paced(seconds, half);
        result.put("halfLoadPerSecond", half);
        result.put("toSentP50Ms", millis(at(micros, 50)));
        result.put("toSentP99Ms", millis(at(micros, 99)));
        emptied();
        JsonNode theirs = peer.ask("paced", Integer.toString(seconds), Long.toString(peerHalf));
        result.put("peerHalfLoadPerSecond", peerHalf);
        result.put("peerToSentP50Ms", millis(theirs.get("p50Micros").asLong()));
        result.put("peerToSentP99Ms", millis(theirs.get("p99Micros").asLong()));
        err.println(
                "half load: p50 " + result.get("toSentP50Ms") + " ms, peer " + result.get("peerToSentP50Ms") + " ms");
    }

    private void drained(int backlog) throws IOException, InterruptedException {
        emptied();
        Measured ours = loop.backlog(backlog);
        err.println("backlog: " + ours.perSecond() + " a second");
        emptied();
        Measured theirs = measured(peer.ask("backlog", Integer.toString(backlog)), "backlog");
        err.println("backlog of the peer: " + theirs.perSecond() + " a second, " + theirs.count() + " messages");
        result.put("backlog", backlog);
        result.put("backlogOfPeer", Measured.ratio(ours.perSecond(), theirs.perSecond()));
        result.put("backlogPerSecond", ours.perSecond());
        result.put("peerBacklogPerSecond", theirs.perSecond());
        result.put("peerBacklogSent", theirs.count());
        result.put("backlogDatabaseMicros", ours.databaseMicrosEach());
        result.put("peerBacklogDatabaseMicros", theirs.databaseMicrosEach());
    }

    private Measured oneRow(int seconds) throws InterruptedException {
        emptied();
        Measured.Start start = Measured.start(databasePid);
        return start.ended(Callers.flatOut(callers, seconds, number -> bare.oneRow("k-" + number)));
    }

    private Measured twoRows(int seconds) throws InterruptedException {
        emptied();
        Measured.Start start = Measured.start(databasePid);
        return start.ended(Callers.flatOut(callers, seconds, number -> bare.twoRows("k-" + number)));
    }

    private OutboxLoop.Load peerLoad(int seconds) throws IOException {
        JsonNode answer = peer.ask("load", Integer.toString(seconds));
        return new OutboxLoop.Load(measured(answer, "committed"), measured(answer, "sent"));
    }

    private static Measured measured(JsonNode answer, String what) {
        JsonNode part = answer.get(what);
        return new Measured(
                part.get("count").asLong(),
                part.get("nanos").asLong(),
                part.get("databaseMicros").asLong(),
                part.get("clientMicros").asLong());
    }

    /** Nobody begins with the rows, or the unwritten pages, of the one before. */
    private void emptied() {
        schema.execute("TRUNCATE TABLE bench_business");
        schema.execute("TRUNCATE TABLE mq_outbox");
    }

    private static long at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1L) * percent / 100)];
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3).setScale(1, RoundingMode.HALF_UP);
    }

    private static <T> long median(List<T> rounds, ToLongFunction<T> figure) {
        return rounds.stream().mapToLong(figure).sorted().toArray()[rounds.size() / 2];
    }

    private static <T> T last(List<T> rounds) {
        return rounds.get(rounds.size() - 1);
    }
}
