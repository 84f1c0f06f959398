package io.jointlending.support.outbox;

import io.jointlending.support.task.Pausable;
import io.jointlending.support.task.Sweeper;
import io.jointlending.support.tx.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in {@code mq_outbox}. The committing process sends at once from memory; a sweeper finds what that missed,
 * of this instance or of a dead one. A row belongs to whoever moved its {@code next_at} into the future; there is no
 * other claim state.
 */
public final class OutboxRelay implements Pausable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    /** The first lease: so long the sweepers leave a new row to the process that wrote it. */
    static final int GRACE_SECONDS = 10;

    private static final int QUEUE = 10_000;
    private static final int BATCH = 200;
    private static final long SAFETY_SECONDS = 3; // before a lease ends it is not used any more
    private static final long STOP_MILLIS = 5_000;

    private final OutboxTable table;
    private final Courier courier;
    private final Sweeper sweeper;
    private final BlockingQueue<Fresh> fresh = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicInteger unsent = new AtomicInteger(); // fresh ones not yet in the window
    private volatile boolean stopping;
    private volatile boolean paused;
    private @Nullable Thread sender;

    /**
     * A relay, not started.
     *
     * @param transactions of a pool that business transactions do not use
     * @param session of the same pool
     * @param instance name of this process, for whoever reads {@code claimed_by}
     */
    public OutboxRelay(
            Transactions transactions,
            SqlSession session,
            String instance,
            MessageTransport transport,
            MeterRegistry meters) {
        this.table = new OutboxTable(transactions, session, instance);
        this.sweeper = new Sweeper("outbox-sweeper", Duration.ofSeconds(1), this::sweep);
        this.courier = new Courier(transport, table, meters, sweeper::wake);
        Gauge.builder("jl.outbox.gate.open", courier.gate(), gate -> gate.isOpen() ? 1 : 0)
                .description("1 while no broker answers")
                .register(meters);
    }

    /** Starts sending. Needs neither a broker nor a database at this moment. */
    public synchronized void start() {
        if (sender != null) {
            return;
        }
        courier.start();
        Thread started = new Thread(this::sendFresh, "outbox-sender");
        started.setDaemon(true);
        started.start();
        sender = started;
        sweeper.start();
    }

    /** Called after commit; never waits. A full queue is no loss: the sweeper finds the row when its first lease ends. */
    void offer(OutboxRow row, long insertedAtNanos) {
        if (row.orderKey() != null) {
            sweeper.wake(); // ordered rows leave by the table only
            return;
        }
        if (stopping || paused || courier.gate().isOpen()) {
            return;
        }
        unsent.incrementAndGet();
        if (!fresh.offer(new Fresh(row, insertedAtNanos))) {
            unsent.decrementAndGet();
            LOG.debug("queue of fresh messages is full, key={} waits for the sweeper", row.msgKey());
        }
    }

    @Override
    public String name() {
        return "outbox-relay";
    }

    /** Sweeps no more and lets what calls write from now on wait in the table. */
    @Override
    public void pause() {
        paused = true;
        sweeper.pause();
    }

    @Override
    public void resume() {
        paused = false;
        sweeper.resume();
    }

    @Override
    public boolean quiet() {
        return paused && sweeper.quiet() && unsent.get() == 0 && courier.idle();
    }

    /** Ends the sweeper, sends what is queued, waits for answers, marks them, closes the transport. Bounded. */
    @Override
    public synchronized void close() {
        stopping = true;
        sweeper.close();
        Thread running = sender;
        if (running == null) {
            return;
        }
        try {
            running.join(STOP_MILLIS);
            if (running.isAlive()) {
                running.interrupt();
            }
            courier.stop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendFresh() {
        try {
            while (!stopping || !fresh.isEmpty()) {
                Fresh next = fresh.poll(200, TimeUnit.MILLISECONDS);
                if (next != null) {
                    if (!courier.gate().isOpen()) {
                        courier.send(next.row(), next.insertedAtNanos() + usable(GRACE_SECONDS));
                    }
                    unsent.decrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            LOG.info("interrupted with {} fresh messages unsent; they are swept", fresh.size());
        }
    }

    private int sweep() {
        boolean probing = courier.gate().isOpen();
        long claimedAt = System.nanoTime();
        List<OutboxRow> rows = table.claim(probing ? 1 : BATCH);
        try {
            for (OutboxRow row : rows) {
                courier.send(row, claimedAt + usable(OutboxTable.LEASE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return probing || rows.size() < BATCH ? 0 : rows.size();
    }

    private static long usable(int leaseSeconds) {
        return TimeUnit.SECONDS.toNanos(leaseSeconds - SAFETY_SECONDS);
    }

    private record Fresh(OutboxRow row, long insertedAtNanos) {}
}
