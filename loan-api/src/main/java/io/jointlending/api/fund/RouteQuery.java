package io.jointlending.api.fund;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Names a version of a route.
 *
 * @param route name of the route
 * @param version version, null for the one in use
 */
public record RouteQuery(
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,31}") String route,
        @Nullable @Min(1) @Max(1_000_000) Integer version)
        implements Serializable {}
