package io.jointlending.api.reconciliation;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Gives a difference to another owner.
 *
 * @param requestNo idempotency number of this command
 * @param differenceNo number of the difference
 * @param owner who clears it from now on
 * @param operator who asks for it, written down
 */
public record AssignDifferenceRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "[0-9]{1,18}") String differenceNo,
        @NotBlank @Size(max = 64) String owner,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
