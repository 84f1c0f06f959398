package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;

/**
 * What the payment system says of an order's payment.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param paymentNo number of the payment in the payment system
 * @param result SUCCESS or FAILED
 * @param amountFen paid amount in fen
 */
public record PaymentResultRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Pattern(regexp = Patterns.PAYMENT_NO) String paymentNo,
        @NotBlank @Pattern(regexp = "SUCCESS|FAILED") String result,
        @NotNull @Positive Long amountFen)
        implements Serializable {
    /** The money reached the merchant. */
    public static final String SUCCESS = "SUCCESS";
    /** The payment ended without moving money. */
    public static final String FAILED = "FAILED";
}
