package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for quotas.
 *
 * @param day business day, null for today
 * @param afterInstitution only institutions after this code; null from the first
 * @param limit rows at most, 1 to 300
 */
public record QuotaQuery(
        @Nullable LocalDate day,
        @Nullable @Pattern(regexp = Patterns.CODE) String afterInstitution,
        @NotNull @Min(1) @Max(300) Integer limit)
        implements Serializable {}
