package io.jointlending.api.ops;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;

/**
 * Asks a provider how often its methods were called.
 *
 * @param days today and the days before it, UTC, 1 to 366
 */
public record CallsQuery(@NotNull @Min(1) @Max(366) Integer days) implements Serializable {}
