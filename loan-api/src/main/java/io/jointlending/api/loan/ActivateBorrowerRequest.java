package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;

/**
 * Makes a customer a borrower: stores the identity and opens the credit line.
 *
 * @param requestNo idempotency number of this command
 * @param borrowerNo the caller's stable number of the customer; becomes the borrower number
 * @param identity the person; one identity number belongs to at most one borrower
 * @param creditLimitFen limit of the credit line in fen, as approved by the risk system
 */
public record ActivateBorrowerRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.BORROWER_NO) String borrowerNo,
        @NotNull @Valid IdentityFacts identity,
        @NotNull @PositiveOrZero @Max(1_000_000_000_000L) Long creditLimitFen)
        implements Serializable {}
