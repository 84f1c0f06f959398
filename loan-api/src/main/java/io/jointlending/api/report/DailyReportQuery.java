package io.jointlending.api.report;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the daily lines of one booking date.
 *
 * @param institutionCode one institution, or null for all
 * @param bookingDate booking date, Asia/Shanghai
 * @param pageNo from 1
 * @param pageSize 1 to 200
 */
public record DailyReportQuery(
        @Nullable @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotNull LocalDate bookingDate,
        @NotNull @Min(1) @Max(1_000_000) Integer pageNo,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
