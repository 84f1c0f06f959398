package io.jointlending.support.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.support.json.Json;
import io.jointlending.support.outbox.OutboxTable.Settled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends rows through a window of 256 messages and passes what became of them to the marker. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int WINDOW = 256;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final ObjectMapper json = Json.mapper();
    private final MessageTransport transport;
    private final Marker marker;
    private final Runnable wakeSweeper;
    private final OutageGate gate = new OutageGate();
    private final Semaphore window = new Semaphore(WINDOW);
    private final MeterRegistry meters;
    private final Counter sent;

    Courier(MessageTransport transport, OutboxTable table, MeterRegistry meters, Runnable wakeSweeper) {
        this.transport = transport;
        this.wakeSweeper = wakeSweeper;
        this.meters = meters;
        this.marker = new Marker(table, WINDOW, this::written);
        this.sent = Counter.builder("jl.messages.sent")
                .description("messages that the broker took")
                .register(meters);
    }

    void start() {
        transport.start();
        marker.start();
    }

    OutageGate gate() {
        return gate;
    }

    /** Waits for a free place in the window, then sends unless the time is up: another instance may own the row by then. */
    void send(OutboxRow row, long deadlineNanos) throws InterruptedException {
        long left = deadlineNanos - System.nanoTime();
        if (!window.tryAcquire(Math.max(0, left), TimeUnit.NANOSECONDS)) {
            return;
        }
        AtomicBoolean told = new AtomicBoolean(); // a place in the window is given back once
        Consumer<SendOutcome> outcome = what -> {
            if (told.compareAndSet(false, true)) {
                settled(row, what);
            }
        };
        try {
            transport.send(outgoing(row), outcome);
        } catch (
                RuntimeException
                        e) { // on behalf of the loops that send: a message no client can take must not end them
            outcome.accept(new SendOutcome(SendOutcome.Kind.REFUSED, e.toString()));
        }
    }

    private OutgoingMessage outgoing(OutboxRow row) {
        return new OutgoingMessage(
                row.topic(),
                row.tag(),
                row.msgKey(),
                row.orderKey(),
                headers(row.headers()),
                row.body(),
                row.delayMs());
    }

    /** True when no message is under way and all of them are marked. */
    boolean idle() {
        return window.availablePermits() == WINDOW;
    }

    /** Waits until nothing is under way, then ends marker and transport. */
    void stop(long millis) throws InterruptedException {
        if (!window.tryAcquire(WINDOW, millis, TimeUnit.MILLISECONDS)) {
            LOG.info("{} messages still under way; they are sent again", WINDOW - window.availablePermits());
        }
        marker.stop(millis);
        transport.close();
    }

    private void settled(OutboxRow row, SendOutcome outcome) {
        switch (outcome.kind()) {
            case ACCEPTED -> LOG.debug("sent key={} outbox={} msgId={}", row.msgKey(), row.id(), outcome.detail());
            case ACCEPTED_WEAKLY ->
                LOG.warn("weakly stored key={} outbox={} status={}", row.msgKey(), row.id(), outcome.detail());
            case UNREACHABLE -> LOG.debug("not sent key={} outbox={}: {}", row.msgKey(), row.id(), outcome.detail());
            case REFUSED -> LOG.warn("refused key={} outbox={}: {}", row.msgKey(), row.id(), outcome.detail());
        }
        if (outcome.kind() == SendOutcome.Kind.UNREACHABLE) {
            gate.unreachable(outcome.detail());
        } else if (gate.answered()) {
            wakeSweeper.run();
        }
        if (outcome.kind() == SendOutcome.Kind.ACCEPTED) {
            sent.increment();
        } else {
            meters.counter("jl.messages.send.failures", "kind", outcome.kind().name())
                    .increment();
        }
        marker.add(new Settled(row, outcome));
    }

    private void written(List<Settled> batch) {
        window.release(batch.size());
        if (batch.stream().anyMatch(each -> each.row().orderKey() != null)) {
            wakeSweeper.run(); // the next message of that key may go now
        }
    }

    private Map<String, String> headers(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers of a message are not flat JSON", e);
        }
    }
}
