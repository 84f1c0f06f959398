package io.jointlending.api.channel;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is registered.
 *
 * @param application Dubbo application name
 * @param countedSince UTC, the day on which it began to count calls, or null when it did not say
 * @param problem code and words of the answer when it did not say, or null
 */
public record RpcProviderView(String application, @Nullable LocalDate countedSince, @Nullable String problem)
        implements Serializable {}
