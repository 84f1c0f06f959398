package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a loan: makes the master order (大订单) in its first state.
 *
 * @param requestNo idempotency number of this command
 * @param borrowerNo who borrows; may be activated later, with the loan out
 * @param productCode product on sale
 * @param schemeCode ratio scheme to fund the order with; null lets the product decide
 * @param amountFen loan amount in fen, inside the product's range
 * @param installments number of monthly installments, one that the product offers
 * @param channelCode channel the borrower came by, which must be enabled (A0623, A0624); null for an order without
 *     one, which loan-provider can be configured to refuse (A0630)
 */
public record SubmitLoanRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.BORROWER_NO) String borrowerNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String productCode,
        @Nullable @Pattern(regexp = Patterns.CODE) String schemeCode,
        @NotNull @Positive @Max(100_000_000_000L) Long amountFen,
        @NotNull @Min(1) @Max(120) Integer installments,
        @Nullable @Pattern(regexp = Patterns.CODE) String channelCode)
        implements Serializable {
    /** An order without a channel. */
    public SubmitLoanRequest(
            String requestNo,
            String borrowerNo,
            String productCode,
            @Nullable String schemeCode,
            Long amountFen,
            Integer installments) {
        this(requestNo, borrowerNo, productCode, schemeCode, amountFen, installments, null);
    }
}
