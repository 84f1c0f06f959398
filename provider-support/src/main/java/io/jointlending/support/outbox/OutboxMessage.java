package io.jointlending.support.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A message to send when the running transaction commits.
 *
 * @param topic RocketMQ topic of the owning provider
 * @param type message type, also the tag
 * @param key business key, unique per provider, at most 96 characters without spaces: what consumers dedupe by
 * @param orderKey messages of one key are sent one after the other, in the order of their inserts; null where consumers
 *     do not care, which is faster
 * @param body message record, written as JSON, at most 512 KB
 */
public record OutboxMessage(String topic, String type, String key, @Nullable String orderKey, Object body) {}
