package io.jointlending.support;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads, with a deadline. */
public final class Eventually {
    private static final long STEP_MILLIS = 20;

    private Eventually() {}

    /** Returns as soon as the condition holds; AssertionError when it does not in time. */
    public static void within(Duration limit, String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }
}
