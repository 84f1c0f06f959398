package io.jointlending.api.reconciliation;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Closes a difference.
 *
 * @param requestNo idempotency number of this command
 * @param differenceNo number of the difference
 * @param reason BOOK_CORRECTED, FILE_CORRECTED, NEXT_DAY (the other side booked it on the next day), ACCEPTED (borne by us) or OTHER
 * @param note what was found out
 * @param operator who asks for it, written down
 */
public record CloseDifferenceRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = "[0-9]{1,18}") String differenceNo,
        @NotBlank @Pattern(regexp = "BOOK_CORRECTED|FILE_CORRECTED|NEXT_DAY|ACCEPTED|OTHER") String reason,
        @NotBlank @Size(max = 500) String note,
        @NotBlank @Size(max = 64) String operator)
        implements Serializable {}
