package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Names one borrower.
 *
 * @param borrowerNo number given at activation
 */
public record BorrowerQuery(@NotBlank @Pattern(regexp = Patterns.BORROWER_NO) String borrowerNo)
        implements Serializable {}
