package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Names a channel.
 *
 * @param channelCode code of the channel
 */
public record FindChannelQuery(@NotBlank @Pattern(regexp = Patterns.CODE) String channelCode) implements Serializable {}
