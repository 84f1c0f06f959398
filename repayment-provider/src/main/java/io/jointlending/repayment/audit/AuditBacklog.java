package io.jointlending.repayment.audit;

import io.jointlending.repayment.tables.Mappers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.session.SqlSession;

/** How many rules of the books are broken, as a gauge that must be 0. */
public final class AuditBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final FindingMapper findings;
    private long last;
    private long readAt = System.nanoTime() - FRESH_NANOS;

    /** Registers the gauge. */
    public AuditBacklog(SqlSession session, MeterRegistry meters) {
        this.findings = Mappers.of(session, FindingMapper.class);
        Gauge.builder("jl.split.mismatches", this, AuditBacklog::open)
                .description("rules of the books that an order breaks, as the audit found them; must be 0")
                .register(meters);
    }

    /** The findings that are not mended, now or up to five seconds ago. Fails as the database does. */
    public synchronized long open() {
        long now = System.nanoTime();
        if (now - readAt >= FRESH_NANOS) {
            last = findings.open();
            readAt = now;
        }
        return last;
    }
}
