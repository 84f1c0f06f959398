package io.jointlending.api.approval;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a change.
 *
 * @param requestNo idempotency number of this command
 * @param action one of {@link Actions}
 * @param payload JSON of the record that the action takes, without {@code requestNo} and {@code operator}, which are filled in:
 *     the operator is who proposes
 * @param baseVersion version of the target that the proposer saw, or null for the one it has now
 * @param reason why, for the person who approves
 */
public record ProposeRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "[a-z]{1,16}\\.[A-Za-z]{1,40}") String action,
        @NotBlank @Size(max = 65_536) String payload,
        @Nullable @Positive Long baseVersion,
        @NotBlank @Size(max = 500) String reason)
        implements Serializable {}
