package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Adds a product.
 *
 * @param requestNo idempotency number of this command
 * @param product its content; the version is set by the provider
 * @param operator who asks for it, written to the audit
 */
public record CreateProductRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotNull @Valid ProductView product,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
