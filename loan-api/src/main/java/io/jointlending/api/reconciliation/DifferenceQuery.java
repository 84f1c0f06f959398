package io.jointlending.api.reconciliation;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for differences, oldest first.
 *
 * @param institutionCode one institution, or null for all
 * @param bookingDate one date, or null for all
 * @param open true for those not closed, false for the closed ones
 * @param pageNo from 1
 * @param pageSize 1 to 200
 */
public record DifferenceQuery(
        @Nullable @Pattern(regexp = Patterns.CODE) String institutionCode,
        @Nullable LocalDate bookingDate,
        @NotNull Boolean open,
        @NotNull @Min(1) @Max(1_000_000) Integer pageNo,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
