package io.jointlending.api.reconciliation;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Compares a complete file with our book.
 *
 * @param requestNo idempotency number of this command
 * @param institutionCode institution
 * @param fileNo number of the file, unique for its institution
 * @param owner who clears the differences
 * @param operator who asks for it, written down
 */
public record CompareFileRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String fileNo,
        @NotBlank @Size(max = 64) String owner,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
