package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of customer managers.
 *
 * @param channelCode only those of this channel, null for all
 * @param afterAgentNo the last number of the page before, null for the first page
 * @param pageSize 1 to 200
 */
public record ListAgentsQuery(
        @Nullable @Pattern(regexp = Patterns.CODE) String channelCode,
        @Nullable @Pattern(regexp = Patterns.CODE) String afterAgentNo,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
