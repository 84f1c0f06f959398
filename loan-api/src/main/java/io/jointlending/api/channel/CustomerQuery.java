package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Names a customer.
 *
 * @param borrowerNo borrower number
 */
public record CustomerQuery(@NotBlank @Pattern(regexp = Patterns.BORROWER_NO) String borrowerNo)
        implements Serializable {}
