package io.jointlending.system.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a number of callers do the same thing over and over for a while and takes the time of each. */
final class Load {
    private Load() {}

    /** What one caller does. */
    interface Caller {
        /** Does it once; false when there is nothing left to do. */
        boolean once() throws SQLException;
    }

    /** Measures until the time is over or a caller has nothing left to do. */
    static Figures measure(List<? extends Caller> callers, int seconds) {
        ExecutorService threads = Executors.newFixedThreadPool(callers.size());
        CountDownLatch start = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (Caller caller : callers) {
                running.add(threads.submit(work(caller, start, stop, seconds)));
            }
            long begun = System.nanoTime();
            start.countDown();
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> one : running) {
                times.add(one.get());
            }
            return Figures.of(times, System.nanoTime() - begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<long[]> work(Caller caller, CountDownLatch start, AtomicBoolean stop, int seconds) {
        return () -> {
            long[] times = new long[1_024];
            int done = 0;
            start.await();
            long deadline = System.nanoTime() + seconds * 1_000_000_000L;
            long before = System.nanoTime();
            while (before < deadline && !stop.get()) {
                if (!caller.once()) {
                    stop.set(true);
                    break;
                }
                long now = System.nanoTime();
                if (done == times.length) {
                    times = Arrays.copyOf(times, done * 2);
                }
                times[done++] = now - before;
                before = now;
            }
            return Arrays.copyOf(times, done);
        };
    }
}
