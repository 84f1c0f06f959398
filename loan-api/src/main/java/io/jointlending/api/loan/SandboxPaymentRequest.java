package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;

/**
 * Says how the sandbox payment system answers when it is asked for the payment of one order.
 *
 * @param orderNo master order
 * @param answer SUCCESS, FAILED, UNKNOWN (it never knows) or LOST (it does not answer)
 * @param unknownTimes how often it answers UNKNOWN before {@code answer}: a late result
 */
public record SandboxPaymentRequest(
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Pattern(regexp = "SUCCESS|FAILED|UNKNOWN|LOST") String answer,
        @NotNull @PositiveOrZero Integer unknownTimes)
        implements Serializable {}
