package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Brings configuration from another platform.
 *
 * @param requestNo idempotency number of this command
 * @param file what to add and change
 * @param operator who asks for it, written to the audit
 */
public record ImportConfigurationRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotNull @Valid ConfigurationFileView file,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
