package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Gives everything up that is open.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param operator person who asks for it
 * @param approver another person, who agreed
 * @param reason why, in words
 * @param ledgerVersion version of the ledger that was looked at when this was decided: when it has moved since, nothing is booked;
 *     null for whatever it is. A proposal has to say it
 */
public record WriteOffRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotBlank @Size(max = 64) String operator,
        @NotBlank @Size(max = 64) String approver,
        @NotBlank @Size(max = 256) String reason,
        @Nullable @Min(1) Long ledgerVersion)
        implements Serializable {}
