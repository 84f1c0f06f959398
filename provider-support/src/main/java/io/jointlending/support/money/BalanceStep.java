package io.jointlending.support.money;

import java.time.LocalDate;

/**
 * Principal that interest runs on from a day.
 *
 * @param from first day, Asia/Shanghai
 * @param balanceFen in fen
 */
public record BalanceStep(LocalDate from, long balanceFen) {}
