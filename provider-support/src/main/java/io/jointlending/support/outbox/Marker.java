package io.jointlending.support.outbox;

import io.jointlending.support.outbox.OutboxTable.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that writes down what became of the messages, 200 of them or 100 ms at a time: nobody waits for a mark, and each
 * transaction costs as much as that of a business call.
 */
final class Marker {
    private static final Logger LOG = LoggerFactory.getLogger(Marker.class);
    private static final int BATCH = 200;
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long POLL_MILLIS = 200;
    private static final long RETRY_MILLIS = 1_000;

    private final OutboxTable table;
    private final Consumer<List<Settled>> written;
    private final BlockingQueue<Settled> queue;
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private boolean failing;

    /**
     * A marker.
     *
     * @param capacity messages that can be under way at the same time
     * @param written called when a batch is in the table, or given up
     */
    Marker(OutboxTable table, int capacity, Consumer<List<Settled>> written) {
        this.table = table;
        this.written = written;
        this.queue = new LinkedBlockingQueue<>(capacity);
    }

    void start() {
        Thread started = new Thread(this::loop, "outbox-marker");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    void add(Settled settled) {
        if (!queue.offer(settled)) {
            throw new IllegalStateException("more messages under way than the window allows: " + queue.size());
        }
    }

    /** Writes what has arrived and ends. What cannot be written is sent again later, by whoever claims it. */
    void stop(long millis) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join(millis);
        }
    }

    private void loop() {
        try {
            while (!stopping || !queue.isEmpty()) {
                List<Settled> batch = batch();
                if (!batch.isEmpty()) {
                    write(batch);
                    written.accept(batch);
                }
            }
        } catch (InterruptedException e) {
            LOG.info("interrupted with {} messages unmarked; they are sent again", queue.size());
        }
    }

    private List<Settled> batch() throws InterruptedException {
        List<Settled> batch = new ArrayList<>();
        Settled first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        long deadline = System.nanoTime() + BATCH_NANOS;
        for (Settled next = first; next != null; ) {
            batch.add(next);
            next = batch.size() == BATCH ? null : queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    private void write(List<Settled> batch) throws InterruptedException {
        while (true) {
            try {
                table.settle(batch);
                if (failing) {
                    failing = false;
                    LOG.info("marking sent messages works again");
                }
                return;
            } catch (RuntimeException e) {
                if (!failing) {
                    failing = true;
                    LOG.warn("cannot mark {} messages and tries again: {}", batch.size(), e.toString());
                }
                if (stopping) {
                    return;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }
}
