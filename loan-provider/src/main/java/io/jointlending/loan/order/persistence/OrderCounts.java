package io.jointlending.loan.order.persistence;

import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.StateCount;
import io.jointlending.loan.order.domain.StateCounts;
import io.jointlending.loan.sql.Mappers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.session.SqlSession;

/**
 * How many master orders are in each state: as gauges, and kept hour by hour. Counting a million takes a while, so it is done beside
 * the calls and twice a minute at most, less often when it takes long; a look at the figures reads what was counted last. Every
 * instance counts, and whoever does writes the row of the hour.
 */
public final class OrderCounts implements StateCounts {
    /** How often a sweeper looks whether it is time. */
    public static final Duration LOOK = Duration.ofSeconds(10);

    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** Counting is to take a twentieth of the time of one thread at most. */
    private static final long REST_PER_WORK = 20;

    private static final int KEPT_DAYS = 400;
    private static final int BATCH = 1_000;

    private final OrderCountMapper mapper;
    private volatile List<Count> last = List.of();
    private long dueAt = System.nanoTime();

    public OrderCounts(SqlSession session, MeterRegistry meters) {
        this.mapper = Mappers.of(session, OrderCountMapper.class);
        for (MasterOrderStatus status : MasterOrderStatus.values()) {
            Gauge.builder("jl.orders", this, counts -> counts.in(status.code()))
                    .tag("status", Integer.toString(status.code()))
                    .description("master orders in this state")
                    .register(meters);
        }
    }

    /** Counts and stores, if it is time; how many rows there is more to do for, which is none. In a transaction of the caller. */
    public synchronized int count() {
        long begun = System.nanoTime();
        if (begun - dueAt < 0) {
            return 0;
        }
        List<Count> counted = mapper.count();
        List<Count> all = Arrays.stream(MasterOrderStatus.values())
                .map(status -> new Count(status.code(), of(counted, status.code())))
                .toList();
        mapper.store(all);
        last = all;
        long now = System.nanoTime();
        dueAt = now + Math.max(REST_NANOS, REST_PER_WORK * (now - begun));
        return 0;
    }

    /** Orders in a state when they were counted last; counts when nobody has. Fails as the database does. */
    public long in(int status) {
        return of(last.isEmpty() ? mapper.count() : last, status);
    }

    @Override
    public List<StateCount> hourly(int days) {
        return mapper.hourly(days);
    }

    @Override
    public List<StateCount> daily(int days) {
        return mapper.daily(days);
    }

    /** Deletes a batch of hours that nobody can ask for; how many, and whether that was all. */
    boolean purge() {
        return mapper.purge(KEPT_DAYS, BATCH) < BATCH;
    }

    private static long of(List<Count> counts, int status) {
        return counts.stream()
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
