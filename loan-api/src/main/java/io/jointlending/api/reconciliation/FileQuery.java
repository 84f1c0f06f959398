package io.jointlending.api.reconciliation;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks for a file.
 *
 * @param institutionCode institution
 * @param fileNo number of the file, unique for its institution
 */
public record FileQuery(
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String fileNo)
        implements Serializable {}
