package io.jointlending.api.loan;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One installment (期) of a repayment plan as issued.
 *
 * @param installmentNo 1, 2, …
 * @param dueDate last day to pay without penalty, Asia/Shanghai
 * @param principalFen principal in fen
 * @param interestFen interest in fen
 * @param feeFen fee in fen
 * @param balanceAfterFen principal still owed after this installment, in fen
 */
public record InstallmentView(
        Integer installmentNo,
        LocalDate dueDate,
        Long principalFen,
        Long interestFen,
        Long feeFen,
        Long balanceAfterFen)
        implements Serializable {}
