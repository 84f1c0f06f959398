package io.jointlending.api.repayment;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Due and settled of one installment.
 *
 * @param installmentNo 1, 2, …
 * @param kind REGULAR of the plan as issued, PREPAYMENT of principal prepaid at once
 * @param dueDate Asia/Shanghai
 * @param due owed in all; the penalty as of the last booking
 * @param settled of it already settled
 */
public record LedgerInstallmentView(
        Integer installmentNo, String kind, LocalDate dueDate, AmountsView due, AmountsView settled)
        implements Serializable {}
