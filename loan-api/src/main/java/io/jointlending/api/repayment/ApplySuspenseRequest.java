package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Pays dues with money from the customer's suspense balance.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param amountFen to apply, in fen: at most what is owed
 * @param quoteToken token of the quote that the payer saw, or null to book without one
 */
public record ApplySuspenseRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotNull @Positive @Max(100_000_000_000L) Long amountFen,
        @Nullable @Size(max = 128) String quoteToken)
        implements Serializable {}
