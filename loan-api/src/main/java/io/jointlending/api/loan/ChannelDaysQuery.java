package io.jointlending.api.loan;

import io.jointlending.api.Patterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks what a channel brought.
 *
 * @param channelCode channel
 * @param fromDate first business date, Asia/Shanghai
 * @param toDate last business date, less than 400 days later
 */
public record ChannelDaysQuery(
        @NotBlank @Pattern(regexp = Patterns.CODE) String channelCode,
        @NotNull LocalDate fromDate,
        @NotNull LocalDate toDate)
        implements Serializable {}
