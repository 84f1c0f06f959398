package io.jointlending.api.fund;

import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for breakers.
 *
 * @param channel one channel; all without it
 */
public record BreakersQuery(@Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") String channel)
        implements Serializable {}
