package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Enables, disables or closes a channel.
 *
 * @param requestNo idempotency number of this command
 * @param channelCode channel
 * @param status ENABLED from REVIEWED and DISABLED; DISABLED from ENABLED; CLOSED from REVIEWED and DISABLED
 * @param operator who asks for it, written to the audit
 */
public record ChangeChannelStatusRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String channelCode,
        @NotBlank @Pattern(regexp = "ENABLED|DISABLED|CLOSED") String status,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
