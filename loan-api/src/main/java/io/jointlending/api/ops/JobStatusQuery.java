package io.jointlending.api.ops;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks for the run of a job.
 *
 * @param job its name
 * @param businessDate date of the run, Asia/Shanghai
 */
public record JobStatusQuery(@NotBlank @Pattern(regexp = "[a-z0-9-]{1,48}") String job, @NotNull LocalDate businessDate)
        implements Serializable {}
