package io.jointlending.loan.order.persistence;

import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.sql.Mappers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.session.SqlSession;

/** How many master orders are in each state, as gauges. Counting a million takes a while, so it is done twice a minute at most. */
public final class OrderCounts {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final OrderCountMapper mapper;
    private List<Count> last = List.of();
    private long readAt = System.nanoTime() - FRESH_NANOS;

    public OrderCounts(SqlSession session, MeterRegistry meters) {
        this.mapper = Mappers.of(session, OrderCountMapper.class);
        for (MasterOrderStatus status : MasterOrderStatus.values()) {
            Gauge.builder("jl.orders", this, counts -> counts.in(status.code()))
                    .tag("status", Integer.toString(status.code()))
                    .description("master orders in this state")
                    .register(meters);
        }
    }

    /** Orders in a state, now or up to half a minute ago. Fails as the database does. */
    public synchronized long in(int status) {
        long now = System.nanoTime();
        if (now - readAt >= FRESH_NANOS) {
            last = mapper.count();
            readAt = now;
        }
        return last.stream()
                .filter(count -> count.status == status)
                .mapToLong(Count::orders)
                .sum();
    }

    /**
     * One state.
     *
     * @param status its number
     * @param orders in it
     */
    public record Count(int status, long orders) {}
}
