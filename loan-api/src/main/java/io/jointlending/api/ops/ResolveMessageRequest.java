package io.jointlending.api.ops;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Says what becomes of a message that needs a person.
 *
 * @param requestNo idempotency number of this command
 * @param source OUTBOX or CONSUMER
 * @param id its id there
 * @param operator who decides
 * @param note why
 */
public record ResolveMessageRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotNull @Pattern(regexp = "OUTBOX|CONSUMER") String source,
        @NotNull @Min(1) Long id,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_.@-]{1,64}") String operator,
        @NotBlank @Size(max = 255) String note)
        implements Serializable {}
