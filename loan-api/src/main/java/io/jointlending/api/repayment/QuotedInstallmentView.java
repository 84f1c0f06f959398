package io.jointlending.api.repayment;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What is open of one installment.
 *
 * @param installmentNo 1, 2, …
 * @param dueDate Asia/Shanghai
 * @param standing PAST_DUE, DUE (today) or IN_ADVANCE
 * @param open still owed, with the penalty up to the quoted date
 */
public record QuotedInstallmentView(Integer installmentNo, LocalDate dueDate, String standing, AmountsView open)
        implements Serializable {}
