package io.jointlending.support.money;

import java.time.LocalDate;

/**
 * A payment of the borrower.
 *
 * @param date Asia/Shanghai
 * @param fen not negative, in fen
 */
public record CashFlow(LocalDate date, long fen) {}
