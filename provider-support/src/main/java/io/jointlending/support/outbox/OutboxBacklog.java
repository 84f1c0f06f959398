package io.jointlending.support.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.session.SqlSession;

/** How many messages wait, and for how long. Read from the table at most every five seconds. */
public final class OutboxBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final OutboxMapper mapper;
    private Size last = new Size(0, 0);
    private long readAt = System.nanoTime() - FRESH_NANOS;

    /** The backlog of this schema, with its gauges. */
    public OutboxBacklog(SqlSession session, MeterRegistry meters) {
        this.mapper = OutboxTable.mapperOf(session);
        Gauge.builder("jl.outbox.pending", this, backlog -> backlog.size().pending())
                .description("messages not yet sent")
                .register(meters);
        Gauge.builder("jl.outbox.oldest.pending", this, backlog -> backlog.size()
                        .oldestSeconds())
                .description("age of the oldest message not yet sent")
                .baseUnit("seconds")
                .register(meters);
    }

    /** The backlog now, or up to five seconds ago. Fails as the database does. */
    public synchronized Size size() {
        long now = System.nanoTime();
        if (now - readAt >= FRESH_NANOS) {
            last = mapper.backlog();
            readAt = now;
        }
        return last;
    }

    /**
     * A backlog.
     *
     * @param pending messages not yet sent
     * @param oldestSeconds age of the oldest of them, 0 when there is none
     */
    public record Size(long pending, long oldestSeconds) {}
}
