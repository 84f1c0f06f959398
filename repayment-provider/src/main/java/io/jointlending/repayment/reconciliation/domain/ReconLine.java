package io.jointlending.repayment.reconciliation.domain;

import io.jointlending.support.money.Amounts;
import java.time.LocalDate;

/**
 * What one event settled of one sub-order, in one of the two books.
 *
 * @param date booking date in our book, date of the file in theirs, Asia/Shanghai
 * @param number sequence of the event in our book, place of the line in the file; unique in its book on its date
 * @param eventKind such as PAYMENT or REVERSAL
 * @param amounts settled, in fen; negative for a reversal
 */
public record ReconLine(LocalDate date, long number, String eventKind, Amounts amounts) {
    /** True when the two say the same, wherever and whenever they stand. */
    boolean alike(ReconLine other) {
        return eventKind.equals(other.eventKind) && amounts.equals(other.amounts);
    }
}
