package io.jointlending.fund.guard;

import io.jointlending.fund.flow.domain.channel.ChannelDefinition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that call institutions, a bounded pool for each channel, so that a slow institution holds up nobody else. Work
 * that finds no place is refused at once. Nothing that runs here may wait for other work of any pool.
 */
public final class ChannelPools implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelPools.class);
    private static final long STOP_SECONDS = 20;

    private final Map<String, Pool> pools = new ConcurrentHashMap<>();
    private final int mostThreads;
    private final MeterRegistry meters;
    private volatile boolean closed;

    /**
     * Pools, made when they are first used.
     *
     * @param mostThreads threads of one pool at most, whatever its channel says; 1 shows whether work waits for work
     */
    public ChannelPools(int mostThreads, MeterRegistry meters) {
        this.mostThreads = mostThreads;
        this.meters = meters;
    }

    /** Runs the work on a thread of the channel; false if all places are taken, and then nothing was done. */
    public boolean execute(ChannelDefinition channel, Runnable work) {
        if (!closed && pool(channel).execute(work)) {
            return true;
        }
        meters.counter("jl.fund.pool.rejected", "channel", channel.channel()).increment();
        return false;
    }

    /** How much work may be fetched for this channel: as much as can begin now and once more as much that waits. */
    public int free(ChannelDefinition channel) {
        return closed ? 0 : pool(channel).free();
    }

    /** Whether nothing runs or waits. */
    public boolean idle() {
        return pools.values().stream().allMatch(pool -> pool.taken.get() == 0);
    }

    /** Lets work that began end, 20 s at most; what did not begin is dropped, its tasks go on when their leases end. */
    @Override
    public void close() {
        closed = true;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        pools.values().forEach(pool -> pool.threads.shutdown());
        for (Pool pool : pools.values()) {
            pool.await(deadline);
        }
    }

    private Pool pool(ChannelDefinition channel) {
        return pools.compute(channel.channel(), (name, before) -> {
            if (before != null && before.made.equals(channel.pool())) {
                return before;
            }
            Pool made = new Pool(
                    name, channel.pool(), Math.min(mostThreads, channel.pool().threads()));
            if (before == null) {
                exported(name);
            } else {
                before.threads.shutdown(); // what it holds still runs
            }
            return made;
        });
    }

    private void exported(String channel) {
        Gauge.builder("jl.fund.pool.queued", () -> of(channel, Pool::queued))
                .description("calls that wait for a thread of their channel")
                .tags("channel", channel)
                .register(meters);
        Gauge.builder("jl.fund.pool.running", () -> of(channel, Pool::running))
                .description("threads of the channel that call")
                .tags("channel", channel)
                .register(meters);
    }

    private int of(String channel, ToIntFunction<Pool> figure) {
        Pool pool = pools.get(channel);
        return pool == null ? 0 : figure.applyAsInt(pool);
    }

    private static final class Pool {
        private final ChannelDefinition.Pool made;
        private final int places;
        private final int fetch;
        private final AtomicInteger taken = new AtomicInteger();
        private final ThreadPoolExecutor threads;

        Pool(String channel, ChannelDefinition.Pool made, int size) {
            this.made = made;
            this.places = size + made.queue();
            this.fetch = size + Math.min(size, made.queue());
            AtomicInteger number = new AtomicInteger();
            this.threads = new ThreadPoolExecutor(
                    size,
                    size,
                    1,
                    TimeUnit.MINUTES,
                    new ArrayBlockingQueue<>(places),
                    work -> {
                        Thread thread = new Thread(work, "fund-" + channel + "-" + number.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    },
                    new ThreadPoolExecutor.AbortPolicy());
            threads.allowCoreThreadTimeOut(true);
        }

        int free() {
            return Math.max(0, fetch - taken.get());
        }

        int queued() {
            return threads.getQueue().size();
        }

        int running() {
            return threads.getActiveCount();
        }

        boolean execute(Runnable work) {
            if (!take()) {
                return false;
            }
            boolean begun = false;
            try {
                threads.execute(() -> run(work));
                begun = true;
            } catch (RejectedExecutionException e) { // shut down meanwhile
                LOG.debug("pool is closed: {}", e.toString());
            } finally {
                if (!begun) {
                    taken.decrementAndGet();
                }
            }
            return begun;
        }

        private boolean take() {
            int now = taken.get();
            while (now < places) {
                if (taken.compareAndSet(now, now + 1)) {
                    return true;
                }
                now = taken.get();
            }
            return false;
        }

        private void run(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) { // the owner of the threads: what fails must not end one
                LOG.error("work for an institution failed", e);
            } finally {
                taken.decrementAndGet();
            }
        }

        void await(long deadline) {
            try {
                if (!threads.awaitTermination(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    LOG.warn("calls still run after {} s; they are interrupted", STOP_SECONDS);
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
