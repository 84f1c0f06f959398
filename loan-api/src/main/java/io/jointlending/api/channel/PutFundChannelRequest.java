package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Sets when and how much an institution funds, as a whole.
 *
 * @param requestNo idempotency number of this command
 * @param channel new content; its version is the one that it replaces, 0 for the first
 * @param operator who asks for it, written to the audit
 */
public record PutFundChannelRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotNull @Valid FundChannelView channel,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
