package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Enables or disables an institution. Only an enabled one is asked to fund new orders; its sub-orders go on.
 *
 * @param requestNo idempotency number of this command
 * @param institutionCode institution
 * @param status wanted status
 * @param operator who asks for it, written to the audit
 */
public record ChangeInstitutionStatusRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.CODE) String institutionCode,
        @NotBlank @Pattern(regexp = "ENABLED|DISABLED") String status,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
