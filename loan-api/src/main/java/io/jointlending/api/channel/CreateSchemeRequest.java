package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Adds a ratio scheme.
 *
 * @param requestNo idempotency number of this command
 * @param scheme its content
 * @param operator who asks for it, written to the audit
 */
public record CreateSchemeRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotNull @Valid SchemeView scheme,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
