package io.jointlending.support.consume;

/** The effect of a message. */
@FunctionalInterface
public interface MessageHandler<T> {
    /**
     * Runs inside the transaction that remembers the message as consumed; commits with it. A
     * {@link io.jointlending.support.error.Refusal} with an A code makes a dead letter (A0425 and codes of B and C mean
     * that trying later may help: it is redelivered); {@link NotYet} and every other exception roll back and it is
     * redelivered later. Remote calls do not belong here: write a task row instead.
     */
    void handle(T body, MessageContext context);
}
