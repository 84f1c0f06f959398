package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Publishes a version of a route as a draft.
 *
 * @param requestNo idempotency number of this command
 * @param text the route, YAML or JSON
 * @param operator who publishes it
 */
public record PublishRouteRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Size(max = 65_536) String text,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
