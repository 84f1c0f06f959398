package io.jointlending.api.loan;

import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks what all channels brought on one day.
 *
 * @param businessDate business date, Asia/Shanghai
 */
public record DayOfChannelsQuery(@NotNull LocalDate businessDate) implements Serializable {}
