package io.jointlending.api.ops;

import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Sets the business date.
 *
 * @param businessDate the day that today shall be, Asia/Shanghai
 */
public record BusinessDateRequest(@NotNull LocalDate businessDate) implements Serializable {}
