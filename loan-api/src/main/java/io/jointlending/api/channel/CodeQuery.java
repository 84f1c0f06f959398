package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Names a product, institution or scheme.
 *
 * @param code its code
 */
public record CodeQuery(@NotBlank @Pattern(regexp = Patterns.CODE) String code) implements Serializable {}
