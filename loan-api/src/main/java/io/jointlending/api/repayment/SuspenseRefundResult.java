package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * How the payment of a refund ended.
 *
 * @param requestNo idempotency number of this command
 * @param refundNo number of the refund
 * @param paid true when the customer has the money; false when it came back
 * @param operator person who says so
 */
public record SuspenseRefundResult(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.PAYMENT_NO) String refundNo,
        @NotNull Boolean paid,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
