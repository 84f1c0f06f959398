package io.jointlending.api.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;

/**
 * Asks for one page of a list.
 *
 * @param pageNo from 1
 * @param pageSize 1 to 200
 */
public record ListQuery(@NotNull @Min(1) @Max(1_000_000) Integer pageNo, @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
