package io.jointlending.fund.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Many callers at once, and how many of them were inside at the same time. */
final class Crowd {
    private static final long LIMIT_SECONDS = 120;

    /** So long that others come in meanwhile, if they are let in. */
    private static final long CALL_NANOS = 3_000_000;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger entries = new AtomicInteger();

    /** Is inside for a moment. */
    void visit() {
        visit(() -> LockSupport.parkNanos(CALL_NANOS));
    }

    /** Is inside while the body runs. */
    void visit(Runnable body) {
        int now = inside.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        entries.incrementAndGet();
        body.run();
        inside.decrementAndGet();
    }

    int most() {
        return most.get();
    }

    int entries() {
        return entries.get();
    }

    void forget() {
        most.set(inside.get());
    }

    /** Runs the body on so many threads; the failure of one fails the test. */
    static void of(int threads, IntConsumer body) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(pool.submit(() -> body.accept(number)));
            }
            for (Future<?> one : all) {
                one.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("a caller failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
