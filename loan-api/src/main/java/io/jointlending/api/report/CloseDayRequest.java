package io.jointlending.api.report;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Closes a business date, or makes the lines of a closed one again.
 *
 * @param requestNo idempotency number of this command
 * @param businessDate the date that is over, Asia/Shanghai
 * @param operator who asks for it, written down
 */
public record CloseDayRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotNull LocalDate businessDate,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
