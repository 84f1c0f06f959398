package io.jointlending.support.consume;

/**
 * A message type that this provider consumes. Declared as a bean; the wiring collects and runs all of them.
 *
 * @param topic RocketMQ topic
 * @param type message type, which is the tag
 * @param consumerGroup {@code <provider>-<purpose>}; part of the contract: renaming it replays history
 * @param bodyType message record
 * @param handler what to do, inside the transaction that remembers the message
 */
public record Subscription<T>(
        String topic, String type, String consumerGroup, Class<T> bodyType, MessageHandler<T> handler) {}
