package io.jointlending.api.ops;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message without its body.
 *
 * @param source OUTBOX or CONSUMER
 * @param id its id there
 * @param topic RocketMQ topic
 * @param type message type
 * @param key business key
 * @param orderKey messages of one order key leave one after the other, or null
 * @param consumerGroup for CONSUMER: who could not consume it; else empty
 * @param state OUTBOX: PENDING, SENT, DEAD, EXPIRED, CANCELLED; CONSUMER: OPEN, REPLAYED, GIVEN_UP
 * @param attempts OUTBOX: failures of the message itself; CONSUMER: 0
 * @param problem what went wrong last, or null
 * @param createdAt UTC
 * @param endedAt UTC, when it was sent or resolved, or null
 * @param resolvedBy operator, or null
 */
public record MessageView(
        String source,
        Long id,
        String topic,
        String type,
        String key,
        @Nullable String orderKey,
        String consumerGroup,
        String state,
        Integer attempts,
        @Nullable String problem,
        LocalDateTime createdAt,
        @Nullable LocalDateTime endedAt,
        @Nullable String resolvedBy)
        implements Serializable {}
