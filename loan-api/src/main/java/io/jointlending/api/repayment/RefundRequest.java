package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The merchant gave the whole purchase price back.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param amountFen received amount in fen: the loan amount
 * @param paymentReference number of the receipt in the payment system; one receipt is booked once
 * @param valueDate day for which it counts, Asia/Shanghai, within the days that the product allows before today and not before an
 *     earlier event; null for today
 */
public record RefundRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotNull @Positive @Max(100_000_000_000L) Long amountFen,
        @NotBlank @Pattern(regexp = Patterns.PAYMENT_NO) String paymentReference,
        @Nullable LocalDate valueDate)
        implements Serializable {}
