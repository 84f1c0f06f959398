package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks how an event was split.
 *
 * @param orderNo master order
 * @param sequence place of the event among those of the order's ledger
 */
public record SplitQuery(@NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo, @NotNull @Min(1) Long sequence)
        implements Serializable {}
