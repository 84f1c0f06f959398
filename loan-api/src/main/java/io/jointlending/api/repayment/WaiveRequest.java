package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Gives dues up.
 *
 * @param requestNo idempotency number of this command
 * @param orderNo master order
 * @param amountFen to waive, in fen; at most what is open
 * @param installmentNo the only installment it is for, or null for all
 * @param component the only component it is for, or null for all
 * @param fundedBy ALL: every institution by its weight; nothing else is supported
 * @param operator person who asks for it
 * @param approver another person, who agreed
 * @param reason why, in words
 * @param valueDate day for which it counts, Asia/Shanghai, within the days that the product allows before today and not before an
 *     earlier event; null for today
 * @param ledgerVersion version of the ledger that was looked at when this was decided: when it has moved since, nothing is booked;
 *     null for whatever it is. A proposal has to say it
 */
public record WaiveRequest(
        @NotBlank @Pattern(regexp = Patterns.REQUEST_NO) String requestNo,
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @NotNull @Positive @Max(100_000_000_000L) Long amountFen,
        @Nullable @Positive Integer installmentNo,
        @Nullable @Pattern(regexp = "PENALTY|FEE|INTEREST|PRINCIPAL") String component,
        @NotBlank @Pattern(regexp = Patterns.CODE) String fundedBy,
        @NotBlank @Size(max = 64) String operator,
        @NotBlank @Size(max = 64) String approver,
        @NotBlank @Size(max = 256) String reason,
        @Nullable LocalDate valueDate,
        @Nullable @Min(1) Long ledgerVersion)
        implements Serializable {}
