package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Enables or disables a customer manager.
 *
 * @param requestNo idempotency number of this command
 * @param agentNo customer manager
 * @param status ENABLED or DISABLED
 * @param operator who asks for it, written to the audit
 */
public record ChangeAgentStatusRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String agentNo,
        @NotBlank @Pattern(regexp = "ENABLED|DISABLED") String status,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
