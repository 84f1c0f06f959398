package io.jointlending.api.ops;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks for one message.
 *
 * @param source OUTBOX or CONSUMER
 * @param id its id there
 */
public record MessageQuery(@NotNull @Pattern(regexp = "OUTBOX|CONSUMER") String source, @NotNull @Min(1) Long id)
        implements Serializable {}
