package io.jointlending.api.report;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the monthly lines: the sums of the daily lines of one month.
 *
 * @param institutionCode one institution, or null for all
 * @param month such as 2026-02
 * @param pageNo from 1
 * @param pageSize 1 to 200
 */
public record MonthlyReportQuery(
        @Nullable @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])") String month,
        @NotNull @Min(1) @Max(1_000_000) Integer pageNo,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
