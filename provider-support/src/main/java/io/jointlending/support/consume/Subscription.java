package io.jointlending.support.consume;

import java.util.function.Predicate;

/**
 * A message type that this provider consumes. Declared as a bean; the wiring collects and runs all of them.
 *
 * @param topic RocketMQ topic
 * @param type message type, which is the tag
 * @param consumerGroup {@code <provider>-<purpose>}; part of the contract: renaming it replays history
 * @param bodyType message record
 * @param concerns whether a message can have an effect at all; one that cannot is acknowledged without a transaction and
 *     is not remembered
 * @param handler what to do, inside the transaction that remembers the message
 */
public record Subscription<T>(
        String topic,
        String type,
        String consumerGroup,
        Class<T> bodyType,
        Predicate<T> concerns,
        MessageHandler<T> handler) {
    /** One that every message concerns. */
    public Subscription(String topic, String type, String consumerGroup, Class<T> bodyType, MessageHandler<T> handler) {
        this(topic, type, consumerGroup, bodyType, body -> true, handler);
    }
}
