package io.jointlending.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks for the stored answer of a command that this caller sent earlier.
 *
 * @param requestNo the request number of the command
 */
public record RequestNoQuery(@NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo)
        implements Serializable {}
