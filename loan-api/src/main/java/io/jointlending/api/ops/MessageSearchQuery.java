package io.jointlending.api.ops;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Looks for messages, oldest first. Without a state: with a key all of them, else those that need a person.
 *
 * @param source OUTBOX or CONSUMER
 * @param state OUTBOX: PENDING, DEAD, EXPIRED, CANCELLED or, together with a key, SENT; CONSUMER: OPEN, REPLAYED, GIVEN_UP
 * @param key business key of the message, or null
 * @param afterId only messages after this one, 0 at the start
 * @param limit at most so many, 1 to 100
 */
public record MessageSearchQuery(
        @NotNull @Pattern(regexp = "OUTBOX|CONSUMER") String source,
        @Nullable @Pattern(regexp = "PENDING|SENT|DEAD|EXPIRED|CANCELLED|OPEN|REPLAYED|GIVEN_UP") String state,
        @Nullable @Pattern(regexp = "[!-~]{1,96}") String key,
        @NotNull @Min(0) Long afterId,
        @NotNull @Min(1) @Max(100) Integer limit)
        implements Serializable {}
