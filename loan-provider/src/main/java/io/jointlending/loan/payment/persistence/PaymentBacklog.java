package io.jointlending.loan.payment.persistence;

import io.jointlending.loan.sql.Mappers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.session.SqlSession;

/** How many payments are without a result, for how long, and how many a person has to look at; as gauges. */
public final class PaymentBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final PaymentBacklogMapper mapper;
    private Size last = new Size(0, 0, 0);
    private long readAt = System.nanoTime() - FRESH_NANOS;

    public PaymentBacklog(SqlSession session, MeterRegistry meters) {
        this.mapper = Mappers.of(session, PaymentBacklogMapper.class);
        Gauge.builder("jl.payment.unknown", this, backlog -> backlog.size().unknownOrders())
                .description("orders whose payment was asked for without a result")
                .register(meters);
        Gauge.builder("jl.payment.oldest.unknown", this, backlog -> backlog.size()
                        .oldestSeconds())
                .description("since when the oldest of them has no result")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("jl.payment.discrepancies", this, backlog -> backlog.size()
                        .openDiscrepancies())
                .description("payment results that a person has to look at")
                .register(meters);
    }

    /** The backlog now, or up to five seconds ago. Fails as the database does. */
    public synchronized Size size() {
        long now = System.nanoTime();
        if (now - readAt >= FRESH_NANOS) {
            last = mapper.size();
            readAt = now;
        }
        return last;
    }

    /**
     * A backlog, in the order of the columns read.
     *
     * @param unknownOrders orders whose payment was asked for without a result
     * @param oldestSeconds since when the oldest of them has no result
     * @param openDiscrepancies payment results that a person has to look at
     */
    public record Size(long unknownOrders, long oldestSeconds, long openDiscrepancies) {}
}
