package io.jointlending.repayment.snapshot.domain;

import io.jointlending.support.money.Amounts;
import java.time.LocalDate;

/**
 * An overdue installment at the end of a business day.
 *
 * @param businessDate the day, Asia/Shanghai
 * @param orderNo master order
 * @param installmentNo its number
 * @param shardKey of the order
 * @param ledgerVersion version of the ledger that was seen
 * @param asOf day up to which penalty is counted, not before the business date
 * @param dueDate of the installment
 * @param overdueDays from the due date to the business date
 * @param open by component, penalty included
 * @param penaltyFen penalty in all, in fen
 */
public record PenaltySnapshot(
        LocalDate businessDate,
        String orderNo,
        int installmentNo,
        int shardKey,
        long ledgerVersion,
        LocalDate asOf,
        LocalDate dueDate,
        int overdueDays,
        Amounts open,
        long penaltyFen) {}
