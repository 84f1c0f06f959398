package io.jointlending.support.task;

import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.DatabaseFailure;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that works through a table in rounds. A round that found something is followed by the next at once;
 * otherwise the thread waits. Rounds that fail are repeated with growing pauses and one line in the log per outage.
 */
public final class Sweeper implements Pausable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final long MAX_PAUSE_MILLIS = 30_000;
    private static final int MAX_DOUBLINGS = 6;
    private static final long STOP_MILLIS = 15_000;

    private final String name;
    private final long idleMillis;
    private final IntSupplier work;
    private final BooleanSupplier handedOnIsDone;
    private final BlockingQueue<Boolean> wakes = new ArrayBlockingQueue<>(1);
    private volatile boolean stopping;
    private volatile boolean paused;
    private volatile boolean working;
    private @Nullable Thread thread;
    private int failures;

    /**
     * A sweeper that is not started yet.
     *
     * @param idle pause after a round that found nothing, varied by a fifth so that instances spread
     * @param work one bounded round; returns how many rows it worked on
     */
    public Sweeper(String name, Duration idle, IntSupplier work) {
        this(name, idle, work, () -> true);
    }

    /**
     * A sweeper whose rounds hand work to other threads, not started yet.
     *
     * @param handedOnIsDone whether nothing that was handed on waits or runs; until then it is not {@link #quiet}
     */
    public Sweeper(String name, Duration idle, IntSupplier work, BooleanSupplier handedOnIsDone) {
        this.name = name;
        this.idleMillis = idle.toMillis();
        this.work = work;
        this.handedOnIsDone = handedOnIsDone;
    }

    /** Starts the thread; a second call does nothing. */
    public synchronized void start() {
        if (thread == null && !stopping) {
            Thread started = new Thread(this::loop, name);
            started.setDaemon(true);
            started.start();
            thread = started;
        }
    }

    /** Runs a round now. */
    public void wake() {
        if (!wakes.offer(Boolean.TRUE)) {
            LOG.trace("sweeper={} is being woken already", name);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        if (paused) {
            paused = false;
            wake();
        }
    }

    @Override
    public boolean quiet() {
        return paused && !working && handedOnIsDone.getAsBoolean();
    }

    /** Waits for the running round, 15 s at most, and ends the thread. */
    @Override
    public void close() {
        stopping = true;
        wake();
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join(STOP_MILLIS);
            if (running.isAlive()) {
                LOG.warn("sweeper={} is still working after {} ms and is interrupted", name, STOP_MILLIS);
                running.interrupt();
            }
        } catch (InterruptedException e) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (!stopping) {
            int found = turn();
            if (stopping || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (found <= 0) {
                try {
                    wakes.poll(pauseMillis(found < 0), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private int turn() {
        working = true; // before it looks at paused: whoever pauses sees one of the two
        int found = paused ? 0 : round();
        working = false;
        return found;
    }

    private int round() {
        try {
            int found = work.getAsInt();
            if (failures > 0) {
                LOG.info("sweeper={} works again after {} failed rounds", name, failures);
                failures = 0;
            }
            return found;
        } catch (RuntimeException e) { // the owner of a loop: a failed round must not end it
            if (failures++ == 0 && !stopping) {
                if (outage(e)) {
                    LOG.warn("sweeper={} waits: {}", name, e.toString());
                } else {
                    LOG.error("sweeper={} failed and tries again", name, e);
                }
            }
            return -1;
        }
    }

    private static boolean outage(RuntimeException failure) {
        return failure instanceof Refusal
                || switch (DatabaseFailure.of(failure)) {
                    case DEADLOCK, LOCK_WAIT, UNREACHABLE, COMMIT_UNKNOWN -> true;
                    case DUPLICATE, CHECK, NONE -> false;
                };
    }

    private long pauseMillis(boolean failed) {
        long base = failed ? Math.min(MAX_PAUSE_MILLIS, idleMillis << Math.min(failures, MAX_DOUBLINGS)) : idleMillis;
        long fifth = Math.max(1, base / 5);
        return Math.max(1, base - fifth + ThreadLocalRandom.current().nextLong(2 * fifth));
    }
}
