package io.jointlending.repayment.reconciliation;

import io.jointlending.repayment.tables.Mappers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.session.SqlSession;

/** How many differences a person has to clear, as a gauge. */
public final class DifferenceBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final DifferenceMapper differences;
    private long last;
    private long readAt = System.nanoTime() - FRESH_NANOS;

    /** Registers the gauge. */
    public DifferenceBacklog(SqlSession session, MeterRegistry meters) {
        this.differences = Mappers.of(session, DifferenceMapper.class);
        Gauge.builder("jl.reconciliation.differences", this, DifferenceBacklog::open)
                .description("differences with files of institutions that nobody has closed")
                .register(meters);
    }

    /** The open differences, now or up to five seconds ago. Fails as the database does. */
    public synchronized long open() {
        long now = System.nanoTime();
        if (now - readAt >= FRESH_NANOS) {
            last = differences.open();
            readAt = now;
        }
        return last;
    }
}
