package io.jointlending.api.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks for the versions of a flow or channel.
 *
 * @param kind FLOW or CHANNEL
 * @param name such as {@code first-bank.loan}
 */
public record DefinitionNameQuery(
        @NotBlank @Pattern(regexp = "FLOW|CHANNEL") String kind,
        @NotBlank @Pattern(regexp = "[a-z][a-z0-9.-]{0,63}") String name)
        implements Serializable {}
