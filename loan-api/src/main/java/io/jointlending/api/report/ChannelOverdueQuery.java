package io.jointlending.api.report;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks what was overdue on the orders of a channel.
 *
 * @param channelCode channel
 * @param fromDate first business date, Asia/Shanghai
 * @param toDate last business date, less than 400 days later
 */
public record ChannelOverdueQuery(
        @NotBlank @Pattern(regexp = Patterns.CODE) String channelCode,
        @NotNull LocalDate fromDate,
        @NotNull LocalDate toDate)
        implements Serializable {}
