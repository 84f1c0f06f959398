package io.jointlending.api.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks for what is in use.
 *
 * @param kind FLOW or CHANNEL
 */
public record DefinitionKindQuery(@NotBlank @Pattern(regexp = "FLOW|CHANNEL") String kind) implements Serializable {}
