package io.jointlending.support.outbox;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A broker in memory that can be down or choosy. Answers on a thread of its own, as a real client does. */
public final class InMemoryTransport implements MessageTransport {
    /** What the broker does. */
    public enum Mode {
        /** Takes everything. */
        UP,
        /** Does not answer. */
        DOWN,
        /** Refuses everything. */
        REFUSING,
        /** Takes everything, without its replica. */
        WEAK
    }

    private final List<OutgoingMessage> delivered = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1_000));
    private volatile Mode mode = Mode.UP;

    /** Changes what the broker does from now on. */
    public void mode(Mode next) {
        mode = next;
    }

    /** What arrived, in order. */
    public List<OutgoingMessage> delivered() {
        return delivered;
    }

    /** Keys of what arrived, in order. */
    public List<String> keys() {
        return delivered.stream().map(OutgoingMessage::key).toList();
    }

    /** How often something was sent, with whatever success. */
    public int tries() {
        return tries.get();
    }

    @Override
    public void start() {}

    @Override
    public void send(OutgoingMessage message, Consumer<SendOutcome> outcome) {
        thread.execute(() -> {
            tries.incrementAndGet();
            Mode now = mode;
            if (now == Mode.UP || now == Mode.WEAK) {
                delivered.add(message);
            }
            outcome.accept(
                    switch (now) {
                        case UP -> new SendOutcome(SendOutcome.Kind.ACCEPTED, "id-" + message.key());
                        case WEAK -> new SendOutcome(SendOutcome.Kind.ACCEPTED_WEAKLY, "SLAVE_NOT_AVAILABLE");
                        case DOWN -> new SendOutcome(SendOutcome.Kind.UNREACHABLE, "connect failed");
                        case REFUSING -> new SendOutcome(SendOutcome.Kind.REFUSED, "message illegal");
                    });
        });
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
