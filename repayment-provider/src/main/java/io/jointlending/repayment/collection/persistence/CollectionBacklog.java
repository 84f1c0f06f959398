package io.jointlending.repayment.collection.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** How many collections have no result, and for how long, as gauges. Read at most every five seconds. */
public final class CollectionBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final AttemptMapper mapper;
    private @Nullable Size last;
    private long readAt = System.nanoTime() - FRESH_NANOS;

    /** The backlog of this schema. */
    public CollectionBacklog(SqlSession session, MeterRegistry meters) {
        this.mapper = MyBatisCollectionAttempts.mapperOf(session);
        Gauge.builder("jl.collection.unknown", () -> measured(Size::openAttempts))
                .description("collections that were asked for without a result, or paid and not booked")
                .register(meters);
        Gauge.builder("jl.collection.oldest.unknown", () -> measured(Size::oldestSeconds))
                .description("since when the oldest of them has no result")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Null, which Prometheus shows as NaN, while the database is away. */
    private synchronized @Nullable Number measured(ToLongFunction<Size> figure) {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            readAt = System.nanoTime();
            try {
                last = mapper.backlog();
            } catch (RuntimeException e) {
                last = null;
            }
        }
        return last == null ? null : figure.applyAsLong(last);
    }

    /**
     * A backlog, in the order of the columns read.
     *
     * @param openAttempts without a result
     * @param oldestSeconds since when the oldest of them has none
     */
    record Size(long openAttempts, long oldestSeconds) {}
}
