package io.jointlending.api.repayment;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks for an attempt.
 *
 * @param orderNo master order
 * @param businessDate day of the attempt, Asia/Shanghai
 */
public record CollectionQuery(
        @NotBlank @Pattern(regexp = Patterns.ORDER_NO) String orderNo, @NotNull LocalDate businessDate)
        implements Serializable {}
