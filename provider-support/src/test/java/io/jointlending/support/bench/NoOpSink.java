package io.jointlending.support.bench;

import io.jointlending.support.outbox.MessageTransport;
import io.jointlending.support.outbox.OutgoingMessage;
import io.jointlending.support.outbox.SendOutcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A broker that takes everything at once: counts, and notes when each came if somebody wants to know. */
final class NoOpSink implements MessageTransport {
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private volatile boolean timed;

    void timed() {
        timed = true;
    }

    long count() {
        return count.get();
    }

    Map<String, Long> arrived() {
        return arrived;
    }

    @Override
    public void start() {}

    @Override
    public void send(OutgoingMessage message, Consumer<SendOutcome> outcome) {
        if (timed) {
            arrived.put(message.key(), System.nanoTime());
        }
        count.incrementAndGet();
        outcome.accept(new SendOutcome(SendOutcome.Kind.ACCEPTED, "none"));
    }

    @Override
    public void close() {}
}
