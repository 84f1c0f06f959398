package io.jointlending.api.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks which methods are in use.
 *
 * @param days today and the days before it, UTC, 1 to 366
 * @param verdict USED, UNUSED, TOO_YOUNG or UNKNOWN for those methods only, null for all
 */
public record RpcUsageQuery(
        @NotNull @Min(1) @Max(366) Integer days,
        @Nullable @Pattern(regexp = "USED|UNUSED|TOO_YOUNG|UNKNOWN") String verdict)
        implements Serializable {}
