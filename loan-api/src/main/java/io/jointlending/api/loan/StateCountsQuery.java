package io.jointlending.api.loan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;

/**
 * Asks how many master orders were in each state.
 *
 * @param days back from now, 1 to 366
 */
public record StateCountsQuery(@NotNull @Min(1) @Max(366) Integer days) implements Serializable {}
