package io.jointlending.fund.funding.application;

import io.jointlending.fund.funding.domain.FundingOrder;
import io.jointlending.fund.funding.domain.FundingOrders;
import io.jointlending.support.task.PoolSize;
import io.jointlending.support.trace.TraceScope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works claimed tasks side by side on a few threads. No more tasks are claimed than there are places, and no thread waits
 * for another task: what cannot go on now is put back into the table.
 */
public final class FundingLanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FundingLanes.class);
    private static final int LANES = 4;
    private static final int PLACES = 24;
    private static final int MOST_PER_CLAIM = 20;

    /** Below this many free places it is not worth asking the table. */
    private static final int LEAST_PER_CLAIM = 8;

    private static final long STOP_SECONDS = 20;

    private final FundingOrders tasks;
    private final FundOrder fundOrder;
    private final String claimer;
    private final Duration lease;
    private final Semaphore places = new Semaphore(PLACES);
    private final ThreadPoolExecutor lanes;
    private volatile boolean stopping;
    private volatile Runnable wake = () -> {};

    /**
     * Lanes that wait for {@link #round}.
     *
     * @param claimer name of this instance, written to the tasks it claims
     * @param lease how long a claimed task is left alone by others
     */
    public FundingLanes(FundingOrders tasks, FundOrder fundOrder, String claimer, Duration lease) {
        this.tasks = tasks;
        this.fundOrder = fundOrder;
        this.claimer = claimer;
        this.lease = lease;
        int size = PoolSize.atMost(LANES);
        this.lanes = new ThreadPoolExecutor(
                size, size, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(PLACES), new LaneThreads());
    }

    /** What to call when places became free; usually wakes the sweeper that calls {@link #round}. */
    public void onFree(Runnable wakeSweeper) {
        this.wake = wakeSweeper;
    }

    /** Claims tasks for the free places and hands them to the lanes; returns how many. One caller at a time. */
    public int round() {
        int free = places.availablePermits();
        if (stopping || free < LEAST_PER_CLAIM) {
            return 0;
        }
        List<FundingOrder> claimed = tasks.claim(Math.min(free, MOST_PER_CLAIM), lease, claimer);
        for (FundingOrder task : claimed) {
            places.acquireUninterruptibly();
            lanes.execute(() -> work(task));
        }
        return claimed.size();
    }

    /** Whether no claimed task waits or runs. */
    public boolean idle() {
        return places.availablePermits() == PLACES;
    }

    /** Lets running steps end, 20 s at most, and puts back what was not begun. */
    @Override
    public void close() {
        stopping = true;
        lanes.shutdown();
        try {
            if (!lanes.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("funding steps still run after {} s; their tasks go on when the lease ends", STOP_SECONDS);
                lanes.shutdownNow();
            }
        } catch (InterruptedException e) {
            lanes.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** The owner of the loop: a step that fails must not end the lane. Its task is claimed again when the lease ends. */
    private void work(FundingOrder task) {
        try (TraceScope trace = TraceScope.open(task.traceparent(), task)) {
            LOG.debug("funding step orderNo={} status={} trace={}", task.orderNo(), task.status(), trace.traceId());
            if (stopping) {
                tasks.putBack(task, Duration.ZERO);
            } else {
                fundOrder.run(task);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "funding step failed orderNo={} status={} attempts={}",
                    task.orderNo(),
                    task.status(),
                    task.attempts(),
                    e);
        } finally {
            places.release();
            if (places.availablePermits() >= LEAST_PER_CLAIM) {
                wake.run();
            }
        }
    }

    private static final class LaneThreads implements ThreadFactory {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "funding-lane-" + made.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
