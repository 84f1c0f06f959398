package io.jointlending.support.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A pending message as it is sent.
 *
 * @param attempts failures of this message itself so far
 * @param weakSends how often the broker took it without flushing or replica
 * @param expired its {@code expire_at} has passed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(
        long id,
        String topic,
        String tag,
        String msgKey,
        @Nullable String orderKey,
        @Nullable String headers,
        byte[] body,
        long delayMs,
        int attempts,
        int weakSends,
        boolean expired) {}
