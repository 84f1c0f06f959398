package io.jointlending.support.outbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message for the broker.
 *
 * @param orderKey messages of one key go to one queue, or null
 * @param headers such as traceparent
 * @param delayMillis delivery delay
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutgoingMessage(
        String topic,
        String tag,
        String key,
        @Nullable String orderKey,
        Map<String, String> headers,
        byte[] body,
        long delayMillis) {}
