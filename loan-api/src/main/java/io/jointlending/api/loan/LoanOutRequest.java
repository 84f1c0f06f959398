package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The cashier's request to pay a submitted order with a loan.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo order in state 10
 * @param activation activates the borrower in the same transaction when that has not happened yet; its own request
 *     number is not used
 */
public record LoanOutRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @Nullable @Valid ActivateBorrowerRequest activation)
        implements Serializable {}
