package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A person moves a task.
 *
 * @param requestNo idempotency number of this command
 * @param taskNo task
 * @param action RESUME, JUMP, FINISH or REPIN
 * @param operator who
 * @param approver a second person; needed for all but RESUME
 * @param reason why, with the evidence
 * @param step where to go, for JUMP and REPIN
 * @param outcome SUCCESS, REJECTED or MANUAL, for FINISH
 * @param version version to move to, for REPIN
 */
public record InterveneRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "T[0-9]{12,18}") String taskNo,
        @NotBlank @Pattern(regexp = "RESUME|JUMP|FINISH|REPIN") String action,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator,
        @Nullable @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String approver,
        @NotBlank @Size(max = 500) String reason,
        @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String step,
        @Nullable @Pattern(regexp = "SUCCESS|REJECTED|MANUAL") String outcome,
        @Nullable @Min(1) Integer version)
        implements Serializable {}
