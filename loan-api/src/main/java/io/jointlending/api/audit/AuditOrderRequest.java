package io.jointlending.api.audit;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Audits one order now.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param operator who asks for it, written down
 */
public record AuditOrderRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
