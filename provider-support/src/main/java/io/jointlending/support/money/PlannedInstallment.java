package io.jointlending.support.money;

import java.time.LocalDate;

/**
 * One installment (期) of a plan.
 *
 * @param installmentNo 1, 2, …
 * @param dueDate last day to pay in time, Asia/Shanghai
 * @param principalFen principal in fen
 * @param interestFen interest in fen
 * @param balanceAfterFen principal still owed after it, in fen
 */
public record PlannedInstallment(
        int installmentNo, LocalDate dueDate, long principalFen, long interestFen, long balanceAfterFen) {}
