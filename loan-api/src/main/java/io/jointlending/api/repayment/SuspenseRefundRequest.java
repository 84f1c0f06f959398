package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Takes suspense money out, to be paid back to the customer.
 *
 * @param requestNo idempotency number of this command
 * @param borrowerNo customer
 * @param amountFen to refund, in fen: at most the balance
 * @param operator person who asks for it
 */
public record SuspenseRefundRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.BORROWER_NO) String borrowerNo,
        @NotNull @Positive @Max(100_000_000_000L) Long amountFen,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
