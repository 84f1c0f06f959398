package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Makes a version of a route the one that orders go. A version that was in use before may come back.
 *
 * @param requestNo idempotency number of this command
 * @param route name of the route
 * @param version version
 * @param operator who activates it: not who published it
 */
public record ActivateRouteRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String route,
        @NotNull @Min(1) @Max(1_000_000) Integer version,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
