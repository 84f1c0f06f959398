package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * The lead takes the part of an institution over.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param institutionCode institution whose part it is
 */
public record TakeOverRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode)
        implements Serializable {}
