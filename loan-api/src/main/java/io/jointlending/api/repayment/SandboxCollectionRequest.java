package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;

/**
 * Says how the sandbox payment system answers when it is asked to take money for one order.
 *
 * @param orderNo master order
 * @param answer SUCCESS, REFUSED, LOST (the money is taken, the answer does not come), LOST_REQUEST (it never hears of the
 *     payment) or UNKNOWN (it never knows)
 * @param unknownTimes how often it does not know when it is asked, before it does: a late result
 */
public record SandboxCollectionRequest(
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Pattern(regexp = "SUCCESS|REFUSED|LOST|LOST_REQUEST|UNKNOWN") String answer,
        @NotNull @PositiveOrZero Integer unknownTimes)
        implements Serializable {}
