package io.jointlending.support.outbox;

import java.util.function.Consumer;

/** The way to the broker. */
public interface MessageTransport extends AutoCloseable {
    /** Gets ready; does not wait for a broker and does not fail without one. */
    void start();

    /** Sends without waiting; says exactly once, on any thread, what became of it. */
    void send(OutgoingMessage message, Consumer<SendOutcome> outcome);

    @Override
    void close();
}
