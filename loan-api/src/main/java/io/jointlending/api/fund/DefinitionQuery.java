package io.jointlending.api.fund;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks for a version.
 *
 * @param kind FLOW or CHANNEL
 * @param name such as {@code first-bank.loan}
 * @param version version
 */
public record DefinitionQuery(
        @NotBlank @Pattern(regexp = "FLOW|CHANNEL") String kind,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9.-]{0,63}") String name,
        @NotNull @Min(1) Integer version)
        implements Serializable {}
