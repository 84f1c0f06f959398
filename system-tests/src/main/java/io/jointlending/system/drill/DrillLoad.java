package io.jointlending.system.drill;

import io.jointlending.system.client.Await;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A few borrowers at a time, for as long as the drill lasts; about six loans a second, since more than the fund side can ask
 * the banks for would be a queue there that says nothing about messages.
 */
final class DrillLoad implements AutoCloseable {
    private static final int CALLERS = 4;
    private static final int LONGEST_PAUSE_MILLIS = 1_000;
    private static final long END_SECONDS = 240;

    private final LoanMaker maker;
    private final long seed;
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicInteger borrowing = new AtomicInteger();
    private volatile boolean stopping;
    private volatile boolean paused;

    /** @param seed of the pauses between two loans */
    DrillLoad(LoanMaker maker, long seed) {
        this.maker = maker;
        this.seed = seed;
    }

    void start() {
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed + caller);
            threads.execute(() -> lend(random));
        }
    }

    /** No new loans from now on; those under way are finished when this returns. */
    void pause() {
        paused = true;
        Await.until("loans under way are done", Duration.ofMinutes(3), () -> borrowing.get() == 0);
    }

    void resume() {
        paused = false;
    }

    /** How long the payment results took that were answered between two times of {@link System#nanoTime()}, in order. */
    Answers answered(long from, long to) {
        return new Answers(answers.stream()
                .filter(answer -> answer.at() - from >= 0 && to - answer.at() >= 0)
                .map(Answer::nanos)
                .sorted()
                .toList());
    }

    /** Loans that were paid out. */
    int loans() {
        return answers.size();
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                throw new IllegalStateException("callers still wait for answers after " + END_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void lend(Random random) {
        try {
            while (!stopping) {
                borrowing.incrementAndGet();
                try {
                    if (!paused) {
                        LoanMaker.Order order = maker.lent();
                        long nanos = maker.paid(order);
                        answers.add(new Answer(System.nanoTime(), nanos));
                        maker.repaid(order);
                    }
                } finally {
                    borrowing.decrementAndGet();
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // the owner of a loop: reported when the load ends
            failure.compareAndSet(null, e);
        }
    }

    private record Answer(long at, long nanos) {}

    /**
     * What callers saw for a while.
     *
     * @param nanos how long each answer took, the shortest first
     */
    record Answers(List<Long> nanos) {
        int count() {
            return nanos.size();
        }

        /** 99 of 100 came within this, in ms; 0 when none came. */
        BigDecimal p99Millis() {
            return nanos.isEmpty()
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(nanos.get((int) ((nanos.size() - 1L) * 99 / 100)) / 10_000, 2);
        }
    }
}
