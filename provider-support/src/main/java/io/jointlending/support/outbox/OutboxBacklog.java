package io.jointlending.support.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** How many messages wait, and for how long, and how many need a person. Read at most every five seconds. */
public final class OutboxBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Map<Integer, String> STATES = Map.of(0, "pending", 3, "dead", 4, "expired");

    private final OutboxMapper mapper;
    private @Nullable Size last;
    private @Nullable List<TypeCount> byType;
    private long countedAt = System.nanoTime() - FRESH_NANOS;
    private long readAt = System.nanoTime() - FRESH_NANOS;

    /** The backlog of this schema, with its gauges. */
    public OutboxBacklog(SqlSession session, MessageRegistry registry, MeterRegistry meters) {
        this.mapper = OutboxTable.mapperOf(session);
        registry.all()
                .forEach(type -> STATES.forEach(
                        (status, state) -> Gauge.builder("jl.outbox.messages", () -> counted(type.name(), status))
                                .description("messages by type and state: pending, dead or expired")
                                .tag("type", type.name())
                                .tag("state", state)
                                .register(meters)));
        Gauge.builder("jl.outbox.pending", () -> measured(Size::pending))
                .description("messages not yet sent")
                .register(meters);
        Gauge.builder("jl.outbox.oldest.pending", () -> measured(Size::oldestSeconds))
                .description("age of the oldest message not yet sent")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("jl.dead.letters.open", () -> measured(Size::deadLetters))
                .description("messages that need a person")
                .register(meters);
    }

    /** The backlog now, or up to five seconds ago. Fails as the database does. */
    public synchronized Size size() {
        Size known = last;
        if (known == null || stale()) {
            known = mapper.backlog();
            last = known;
            readAt = System.nanoTime();
        }
        return known;
    }

    /** Null, which Prometheus shows as NaN, while the database is away; it is not asked again for each gauge. */
    private synchronized @Nullable Number measured(ToLongFunction<Size> figure) {
        if (stale()) {
            last = null;
            readAt = System.nanoTime();
            try {
                last = mapper.backlog();
            } catch (RuntimeException e) {
                return null;
            }
        }
        return last == null ? null : figure.applyAsLong(last);
    }

    private synchronized @Nullable Number counted(String type, int status) {
        if (System.nanoTime() - countedAt >= FRESH_NANOS) {
            countedAt = System.nanoTime();
            try {
                byType = mapper.countByType();
            } catch (RuntimeException e) {
                byType = null;
            }
        }
        return byType == null
                ? null
                : byType.stream()
                        .filter(count -> count.type().equals(type) && count.status() == status)
                        .mapToLong(TypeCount::messages)
                        .sum();
    }

    private boolean stale() {
        return System.nanoTime() - readAt >= FRESH_NANOS;
    }

    /** Messages of one type in one state, in the order of the columns read. */
    record TypeCount(String type, int status, long messages) {}

    /**
     * A backlog.
     *
     * @param pending messages not yet sent
     * @param oldestSeconds age of the oldest of them, 0 when there is none
     * @param deadLetters open dead letters, outgoing and incoming
     */
    public record Size(long pending, long oldestSeconds, long deadLetters) {}
}
