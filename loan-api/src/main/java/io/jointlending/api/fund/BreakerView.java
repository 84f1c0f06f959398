package io.jointlending.api.fund;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The breaker of one endpoint of a channel.
 *
 * @param channel channel to an institution
 * @param endpoint method and path, such as {@code POST loan/apply}
 * @param state CLOSED: calls pass; OPEN: none passes, or one that tries
 * @param position MEASURED: by the figures; OPEN or CLOSED: held so by a person
 * @param until UTC, when it is measured again; null when it is
 * @param operator who holds it; null when it is measured
 * @param reason why it is held; null when it is measured
 */
public record BreakerView(
        String channel,
        String endpoint,
        String state,
        String position,
        @Nullable LocalDateTime until,
        @Nullable String operator,
        @Nullable String reason)
        implements Serializable {}
