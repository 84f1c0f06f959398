package io.jointlending.support.bench;

import io.jointlending.api.RequestNoQuery;
import io.jointlending.support.outbox.MessageRegistry;
import io.jointlending.support.outbox.MessageType;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.outbox.OutboxExpiry;
import io.jointlending.support.outbox.OutboxMessage;
import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.wiring.SchemaFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A row of business and a message in one transaction, by many callers, and a relay that sends to a sink that does nothing. */
final class OutboxLoop {
    private static final int ROWS_PER_TRANSACTION = 500;
    private static final int NANOS_PER_MICRO = 1_000;

    private final SchemaFixture schema;
    private final BareLoop bare;
    private final String body;
    private final long databasePid;
    private final int callers;
    private final MessageRegistry types = MessageRegistry.of(List.of(MessageType.of("channel-admin", "Bench")));
    private final LongAdder transactions = new LongAdder();
    private final LongAdder businessNanos = new LongAdder();
    private final LongAdder messageNanos = new LongAdder();
    private final LongAdder restNanos = new LongAdder();

    OutboxLoop(SchemaFixture schema, BareLoop bare, String body, long databasePid, int callers) {
        this.schema = schema;
        this.bare = bare;
        this.body = body;
        this.databasePid = databasePid;
        this.callers = callers;
    }

    /** Commits as fast as they go; measured until the last commit, and until the last message is sent and marked. */
    Load load(int seconds) throws InterruptedException {
        for (LongAdder sum : List.of(transactions, businessNanos, messageNanos, restNanos)) {
            sum.reset();
        }
        NoOpSink sink = new NoOpSink();
        try (OutboxRelay relay = relay(sink)) {
            Outbox outbox = outbox(relay);
            relay.start();
            Measured.Start start = Measured.start(databasePid);
            long commits = Callers.flatOut(callers, seconds, number -> commit(outbox, "k-" + number));
            Measured committed = start.ended(commits);
            Callers.await("sent and marked", () -> sink.count() >= commits && pending() == 0);
            return new Load(committed, start.ended(commits));
        }
    }

    /** What the steps of a transaction of the last load took its caller, on average. */
    Map<String, Long> stepMicros() {
        long each = Math.max(1, transactions.sum()) * NANOS_PER_MICRO;
        Map<String, Long> micros = new LinkedHashMap<>();
        micros.put("insertBusinessRow", businessNanos.sum() / each);
        micros.put("addMessage", messageNanos.sum() / each);
        micros.put("connectionAndCommit", restNanos.sum() / each);
        return micros;
    }

    /** From the end of each commit to the sink, in microseconds, the shortest first. */
    long[] paced(int seconds, long perSecond) throws InterruptedException {
        NoOpSink sink = new NoOpSink();
        Map<String, Long> committed = new ConcurrentHashMap<>();
        try (OutboxRelay relay = relay(sink)) {
            Outbox outbox = outbox(relay);
            relay.start();
            sink.timed();
            Callers.paced(callers, seconds, perSecond, number -> {
                String key = "k-" + number;
                commit(outbox, key);
                committed.put(key, System.nanoTime());
            });
            Callers.await("arrived", () -> sink.arrived().size() >= committed.size());
        }
        return committed.entrySet().stream()
                .mapToLong(entry -> Math.max(0, sink.arrived().getOrDefault(entry.getKey(), 0L) - entry.getValue())
                        / NANOS_PER_MICRO)
                .sorted()
                .toArray();
    }

    /** Rows that are due, as a dead instance leaves them; measured until the last one is sent and marked. */
    Measured backlog(int messages) throws InterruptedException {
        Outbox outbox = outbox(relay(new NoOpSink())); // its relay never runs
        for (int made = 0; made < messages; made += ROWS_PER_TRANSACTION) {
            int from = made;
            schema.transactions().inTransaction(() -> {
                for (int i = from; i < Math.min(messages, from + ROWS_PER_TRANSACTION); i++) {
                    outbox.add(message("b-" + i));
                }
            });
        }
        schema.execute("UPDATE mq_outbox SET next_at = NOW(3)");
        schema.execute("ANALYZE TABLE mq_outbox");
        NoOpSink sink = new NoOpSink();
        try (OutboxRelay relay = relay(sink)) {
            Measured.Start start = Measured.start(databasePid);
            relay.start();
            Callers.await("drained", () -> sink.count() >= messages && pending() == 0);
            return start.ended(messages);
        }
    }

    private long pending() {
        return schema.number("SELECT COUNT(*) FROM (SELECT id FROM mq_outbox WHERE status = 0 LIMIT 1) one");
    }

    private void commit(Outbox outbox, String key) {
        long begun = System.nanoTime();
        long[] spent = new long[2];
        schema.transactions().inTransaction(() -> {
            long opened = System.nanoTime();
            bare.business(key);
            long written = System.nanoTime();
            outbox.add(message(key));
            spent[0] = written - opened;
            spent[1] = System.nanoTime() - written;
        });
        transactions.increment();
        businessNanos.add(spent[0]);
        messageNanos.add(spent[1]);
        restNanos.add(System.nanoTime() - begun - spent[0] - spent[1]);
    }

    private OutboxMessage message(String key) {
        return new OutboxMessage("channel-admin", "Bench", key, null, new RequestNoQuery(body));
    }

    private OutboxRelay relay(NoOpSink sink) {
        return new OutboxRelay(
                schema.transactions(),
                schema.session(),
                "bench",
                sink,
                new OutboxExpiry(schema.transactions(), schema.session(), types),
                new SimpleMeterRegistry());
    }

    private Outbox outbox(OutboxRelay relay) {
        return Outbox.stored(schema.dataSource(), schema.session(), types, relay);
    }

    /**
     * A load.
     *
     * @param committed until the last commit
     * @param sent until the last message was sent and the database knew
     */
    record Load(Measured committed, Measured sent) {
        @Override
        public String toString() {
            return committed.perSecond() + " (sent " + sent.perSecond() + ")";
        }
    }
}
