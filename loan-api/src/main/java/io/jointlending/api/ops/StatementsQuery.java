package io.jointlending.api.ops;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks an instance for the statements that cost it most.
 *
 * @param order TOTAL: those that took the most time together; AVERAGE: the most time each; MAX: the most time once
 * @param limit at most so many, 1 to 100
 */
public record StatementsQuery(
        @NotNull @Pattern(regexp = "TOTAL|AVERAGE|MAX") String order, @NotNull @Min(1) @Max(100) Integer limit)
        implements Serializable {}
