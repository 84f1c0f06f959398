package io.jointlending.api.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;

/**
 * Asks for the findings that are not mended.
 *
 * @param pageNo from 1
 * @param pageSize 1 to 200
 */
public record FindingQuery(@NotNull @Min(1) @Max(1_000_000) Integer pageNo, @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
