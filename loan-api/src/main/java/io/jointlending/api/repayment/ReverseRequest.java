package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes an earlier event back: its money bounced, or it was booked in error.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param repaymentNo number of the event
 * @param operator person who asks for it, or null for a system
 * @param reason why, in words
 * @param valueDate day for which it counts, Asia/Shanghai, within the days that the product allows before today and not before an
 *     earlier event; null for today
 */
public record ReverseRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Pattern(regexp = Patterns.PAYMENT_NO) String repaymentNo,
        @Nullable @Size(max = 64) String operator,
        @NotBlank @Size(max = 256) String reason,
        @Nullable LocalDate valueDate)
        implements Serializable {}
