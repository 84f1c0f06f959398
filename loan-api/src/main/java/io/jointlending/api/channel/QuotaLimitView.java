package io.jointlending.api.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;

/**
 * A limit (额度) of what an institution funds. A limit below what is funded already refuses new orders and keeps the old.
 *
 * @param dimension DAY (what is lent on one business day), TOTAL (in all) or BALANCE (lent and not settled yet)
 * @param limitFen limit in fen
 * @param alarmBp part of the limit in basis points from which somebody is told, 9000 is 90 %
 */
public record QuotaLimitView(
        @NotBlank @Pattern(regexp = "DAY|TOTAL|BALANCE") String dimension,
        @NotNull @PositiveOrZero @Max(100_000_000_000_000L) Long limitFen,
        @NotNull @Min(1) @Max(10_000) Integer alarmBp)
        implements Serializable {}
