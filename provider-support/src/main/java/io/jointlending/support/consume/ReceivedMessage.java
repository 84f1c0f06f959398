package io.jointlending.support.consume;

import org.jspecify.annotations.Nullable;

/**
 * A message as it was delivered.
 *
 * @param key business key, at most 96 visible ASCII characters
 * @param redeliveries how often it was delivered before
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedMessage(
        String topic, String tag, String key, byte[] body, @Nullable String traceparent, int redeliveries) {}
