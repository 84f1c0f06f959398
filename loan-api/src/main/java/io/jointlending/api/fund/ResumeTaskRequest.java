package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Lets a task go on that waits for a person.
 *
 * @param requestNo idempotency number of this command
 * @param taskNo task
 * @param operator who decides
 * @param reason why, with the evidence
 */
public record ResumeTaskRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "T[0-9]{12,18}") String taskNo,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator,
        @NotBlank @Size(max = 500) String reason)
        implements Serializable {}
