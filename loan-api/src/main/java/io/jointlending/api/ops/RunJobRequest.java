package io.jointlending.api.ops;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Starts a job.
 *
 * @param requestNo idempotency number of this command
 * @param job its name, such as penalty-snapshot
 * @param businessDate date of the run, Asia/Shanghai, not after today
 * @param operator who wants it
 */
public record RunJobRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "[a-z0-9-]{1,48}") String job,
        @NotNull LocalDate businessDate,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator)
        implements Serializable {}
