package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Asks for the facts behind a borrower. {@link #toString()} does not show the secret.
 *
 * @param borrowerNo borrower number
 * @param applicationSecret what only the application that may ask has
 */
public record BorrowerFactsQuery(
        @NotBlank @Pattern(regexp = Patterns.BORROWER_NO) String borrowerNo,
        @NotBlank @Size(max = 128) String applicationSecret)
        implements Serializable {

    @Override
    public String toString() {
        return "BorrowerFactsQuery[borrowerNo=" + borrowerNo + "]";
    }
}
