package io.jointlending.api.fund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks for one task.
 *
 * @param taskNo T and twelve digits or more
 */
public record FundTaskQuery(@NotBlank @Pattern(regexp = "T[0-9]{12,18}") String taskNo) implements Serializable {}
