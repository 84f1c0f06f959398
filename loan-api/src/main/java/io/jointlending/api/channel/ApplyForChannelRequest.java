package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Asks for a channel.
 *
 * @param requestNo idempotency number of this command
 * @param channelCode code, never changed
 * @param name name for people
 * @param kind APP, H5, PARTNER or OFFLINE
 * @param operator who asks for it, written to the audit
 */
public record ApplyForChannelRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String channelCode,
        @NotBlank @Size(max = 64) String name,
        @NotBlank @Pattern(regexp = "APP|H5|PARTNER|OFFLINE") String kind,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
