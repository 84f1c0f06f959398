package io.jointlending.api.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * A fact of an order.
 *
 * @param name such as terms
 * @param value its value; whole numbers in digits
 */
public record FactView(
        @NotBlank @Pattern(regexp = "[a-z][A-Za-z0-9]{0,31}") String name, @NotNull @Size(max = 64) String value)
        implements Serializable {}
