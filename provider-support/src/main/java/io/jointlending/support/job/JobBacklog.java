package io.jointlending.support.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Since when runs wait, and how many of their shards fail, as gauges. Read at most every five seconds. */
final class JobBacklog {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final JobRunMapper mapper;
    private @Nullable Map<String, Size> last;
    private long readAt = System.nanoTime() - FRESH_NANOS;

    JobBacklog(SqlSession session, MeterRegistry meters, List<String> jobs) {
        this.mapper = JobRuns.mapperOf(session);
        for (String job : jobs) {
            Gauge.builder("jl.job.oldest", () -> measured(job, Size::oldestSeconds))
                    .description("age of the oldest run of the job that is not done")
                    .baseUnit("seconds")
                    .tag("job", job)
                    .register(meters);
            Gauge.builder("jl.job.failing", () -> measured(job, Size::failing))
                    .description("shards of the job whose last step failed")
                    .tag("job", job)
                    .register(meters);
        }
    }

    /** Null, which Prometheus shows as NaN, while the database is away. */
    private synchronized @Nullable Number measured(String job, ToLongFunction<Size> figure) {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            readAt = System.nanoTime();
            last = read();
        }
        if (last == null) {
            return null;
        }
        Size size = last.get(job);
        return size == null ? 0L : figure.applyAsLong(size);
    }

    private @Nullable Map<String, Size> read() {
        try {
            Map<String, Size> sizes = new HashMap<>();
            mapper.open().forEach(size -> sizes.put(size.job(), size));
            return sizes;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /**
     * What is open of a job, in the order of the columns read.
     *
     * @param oldestSeconds age of the oldest run that is not done
     * @param failing shards whose last step failed
     */
    record Size(String job, long oldestSeconds, long failing) {}
}
