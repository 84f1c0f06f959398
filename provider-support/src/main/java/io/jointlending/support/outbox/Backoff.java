package io.jointlending.support.outbox;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/** The pause after a failure of the message itself: 5 s, doubled per failure up to 300 s, varied by a fifth. */
final class Backoff {
    private static final long BASE_MICROS = 5_000_000;
    private static final long MAX_MICROS = 300_000_000;
    private static final int MAX_DOUBLINGS = 6;

    private Backoff() {}

    static long micros(int failures) {
        return micros(failures, bound -> ThreadLocalRandom.current().nextLong(bound));
    }

    /** @param random a number from 0 up to, not including, its argument */
    static long micros(int failures, LongUnaryOperator random) {
        long base = Math.min(MAX_MICROS, BASE_MICROS << Math.min(failures, MAX_DOUBLINGS));
        long fifth = base / 5;
        return base - fifth + random.applyAsLong(2 * fifth);
    }
}
