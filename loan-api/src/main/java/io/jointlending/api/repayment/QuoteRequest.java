package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;

/**
 * Asks what is owed on an order on the current business date.
 *
 * @param orderNo master order
 */
public record QuoteRequest(@NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo) implements Serializable {}
