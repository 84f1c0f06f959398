package io.jointlending.api.channel;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of the orders of the own customers.
 *
 * @param channelCode channel of the customer manager who asks
 * @param beforeOrderNo the last order of the page before, null for the first page
 * @param pageSize 1 to 50
 */
public record MyOrdersQuery(
        @NotBlank @Pattern(regexp = Patterns.CODE) String channelCode,
        @Nullable @Pattern(regexp = Patterns.ORDER_NO) String beforeOrderNo,
        @NotNull @Min(1) @Max(50) Integer pageSize)
        implements Serializable {}
