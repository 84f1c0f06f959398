package io.jointlending.support.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** How many messages wait, and for how long, and how many need a person. Read at most every five seconds. */
public final class OutboxBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final OutboxMapper mapper;
    private @Nullable Size last;
    private long readAt = System.nanoTime() - FRESH_NANOS;

    /** The backlog of this schema, with its gauges. */
    public OutboxBacklog(SqlSession session, MeterRegistry meters) {
        this.mapper = OutboxTable.mapperOf(session);
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

    private boolean stale() {
        return System.nanoTime() - readAt >= FRESH_NANOS;
    }

    /**
     * A backlog.
     *
     * @param pending messages not yet sent
     * @param oldestSeconds age of the oldest of them, 0 when there is none
     * @param deadLetters open dead letters, outgoing and incoming
     */
    public record Size(long pending, long oldestSeconds, long deadLetters) {}
}
