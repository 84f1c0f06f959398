package io.jointlending.api.report;

import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks for the state of a business date.
 *
 * @param businessDate the date, Asia/Shanghai
 */
public record AccountingDayQuery(@NotNull LocalDate businessDate) implements Serializable {}
