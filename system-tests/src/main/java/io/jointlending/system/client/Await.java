package io.jointlending.system.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what happens by itself, with a deadline. */
public final class Await {
    private static final long POLL_MILLIS = 50;

    private Await() {}

    /** The first present answer; {@link IllegalStateException} naming {@code what} when there is none in time. */
    public static <T> T present(String what, Duration limit, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + ": not within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Returns when the condition holds; {@link IllegalStateException} naming {@code what} when it does not in time. */
    public static void until(String what, Duration limit, Supplier<Boolean> condition) {
        present(what, limit, () -> condition.get() ? Optional.of(true) : Optional.empty());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
