package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Gives a customer to a customer manager.
 *
 * @param requestNo idempotency number of this command
 * @param agentNo customer manager
 * @param borrowerNo customer
 * @param operator who asks for it, written to the audit
 */
public record AssignCustomerRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String agentNo,
        @NotBlank @Pattern(regexp = Patterns.BORROWER_NO) String borrowerNo,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
