package io.jointlending.api.report;

import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks what was overdue on one day by channel.
 *
 * @param businessDate the day at whose end it was so, Asia/Shanghai
 */
public record DayOverdueQuery(@NotNull LocalDate businessDate) implements Serializable {}
