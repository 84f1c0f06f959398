package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Holds a breaker, or lets go of it.
 *
 * @param requestNo idempotency number of this command
 * @param channel channel to an institution
 * @param endpoint method and path as the flows write it, such as {@code POST loan/apply}
 * @param position OPEN: no call passes; CLOSED: every call passes, whatever the figures say; MEASURED: by the figures
 * @param minutes how long it is held, a day at most; with OPEN and CLOSED only
 * @param operator who decides
 * @param reason why
 */
public record SwitchBreakerRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") String channel,
        @NotBlank @Pattern(regexp = "(GET|POST|PUT) [A-Za-z0-9_./-]{1,190}") String endpoint,
        @NotBlank @Pattern(regexp = "OPEN|CLOSED|MEASURED") String position,
        @Nullable @Min(1) @Max(1440) Integer minutes,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator,
        @NotBlank @Size(max = 255) String reason)
        implements Serializable {}
