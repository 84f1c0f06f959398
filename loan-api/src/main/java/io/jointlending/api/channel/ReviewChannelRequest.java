package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Reviews a channel that somebody applied for.
 *
 * @param requestNo idempotency number of this command
 * @param channelCode channel
 * @param decision REVIEWED to accept it, REJECTED
 * @param note why
 * @param operator who reviews it, never who applied
 */
public record ReviewChannelRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String channelCode,
        @NotBlank @Pattern(regexp = "REVIEWED|REJECTED") String decision,
        @NotBlank @Size(max = 500) String note,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
