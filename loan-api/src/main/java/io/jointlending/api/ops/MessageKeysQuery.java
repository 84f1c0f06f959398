package io.jointlending.api.ops;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;

/**
 * Asks for the outgoing messages with any of these business keys, in whatever state.
 *
 * @param keys 1 to 100
 */
public record MessageKeysQuery(@NotEmpty @Size(max = 100) List<@NotNull @Pattern(regexp = "[!-~]{1,96}") String> keys)
        implements Serializable {}
