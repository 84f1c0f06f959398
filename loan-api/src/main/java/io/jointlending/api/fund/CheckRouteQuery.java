package io.jointlending.api.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Asks what is wrong with the text of a route.
 *
 * @param text YAML or JSON
 */
public record CheckRouteQuery(@NotBlank @Size(max = 65_536) String text) implements Serializable {}
