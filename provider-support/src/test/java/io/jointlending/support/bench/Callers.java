package io.jointlending.support.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A number of threads that do the same thing for a while. */
final class Callers {
    private static final long NANOS = 1_000_000_000L;
    private static final long LONGEST_MINUTES = 20;

    private Callers() {}

    /** As fast as it goes; returns how often. */
    static long flatOut(int threads, int seconds, Work work) throws InterruptedException {
        return repeat(threads, seconds, 0, work);
    }

    /** So often a second in all, or as often as it goes. */
    static long paced(int threads, int seconds, long perSecond, Work work) throws InterruptedException {
        return repeat(threads, seconds, NANOS * threads / perSecond, work);
    }

    private static long repeat(int threads, int seconds, long pauseNanos, Work work) throws InterruptedException {
        AtomicLong times = new AtomicLong();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(threads);
        long begun = System.nanoTime();
        for (int thread = 0; thread < threads; thread++) {
            Thread caller = new Thread(
                    () -> {
                        try {
                            long next = begun;
                            while (System.nanoTime() - begun < seconds * NANOS) {
                                work.once(times.incrementAndGet());
                                next += pauseNanos;
                                if (pauseNanos > 0) {
                                    LockSupport.parkNanos(next - System.nanoTime());
                                }
                            }
                        } catch (RuntimeException e) { // the owner of a loop: told when all have ended
                            failure.compareAndSet(null, e);
                        } finally {
                            done.countDown();
                        }
                    },
                    "bench-caller");
            caller.setDaemon(true);
            caller.start();
        }
        done.await();
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return times.get();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + ": not within " + LONGEST_MINUTES + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** What is done over and over; numbers begin with 1. */
    @FunctionalInterface
    interface Work {
        void once(long number);
    }
}
