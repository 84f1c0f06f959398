package io.jointlending.api.fund;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for tasks by order, or by channel and business number.
 *
 * @param orderNo master order, or null
 * @param channel our integration with the institution; needed without an order
 * @param bizNo number under which the institution knows it; needed without an order
 */
public record FundTaskSearchQuery(
        @Nullable @Pattern(regexp = Patterns.ORDER_NO) String orderNo,
        @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,30}") String channel,
        @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String bizNo)
        implements Serializable {}
