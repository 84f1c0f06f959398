package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for configuration to move.
 *
 * @param productCodes these products with their schemes, institutions and fund channels; null for everything
 */
public record ExportConfigurationQuery(
        @Nullable @Size(min = 1, max = 200) List<@NotNull @Pattern(regexp = Patterns.CODE) String> productCodes)
        implements Serializable {}
