package io.jointlending.support.consume;

import org.jspecify.annotations.Nullable;

/**
 * What comes with a message.
 *
 * @param key business key
 * @param traceparent trace of the work that sent it, or null
 */
public record MessageContext(String key, @Nullable String traceparent) {}
