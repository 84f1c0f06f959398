package io.jointlending.repayment.ledger.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * One event of a ledger, as far as the split needs it.
 *
 * @param sequence place among the events of the ledger
 * @param repaymentNo repayment that made it
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param lines what it did to the master order
 */
public record LedgerEvent(long sequence, String repaymentNo, LocalDate valueDate, List<MasterLine> lines) {
    /** The event that a repayment made. */
    public static LedgerEvent of(Repayment repayment, Posting posting) {
        return new LedgerEvent(repayment.sequence(), repayment.repaymentNo(), repayment.valueDate(), posting.lines());
    }
}
