package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Registers a user as customer manager of a channel.
 *
 * @param requestNo idempotency number of this command
 * @param agentNo number of the customer manager, never changed
 * @param channelCode channel
 * @param loginName user who is the customer manager; one user is one customer manager
 * @param operator who asks for it, written to the audit
 */
public record RegisterAgentRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String agentNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String channelCode,
        @NotBlank @Size(max = 32) String loginName,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
