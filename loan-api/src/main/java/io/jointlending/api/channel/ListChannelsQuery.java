package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of channels.
 *
 * @param status only those in this state, null for all
 * @param afterCode the last code of the page before, null for the first page
 * @param pageSize 1 to 200
 */
public record ListChannelsQuery(
        @Nullable @Pattern(regexp = "APPLIED|REVIEWED|REJECTED|ENABLED|DISABLED|CLOSED") String status,
        @Nullable @Pattern(regexp = Patterns.CODE) String afterCode,
        @NotNull @Min(1) @Max(200) Integer pageSize)
        implements Serializable {}
