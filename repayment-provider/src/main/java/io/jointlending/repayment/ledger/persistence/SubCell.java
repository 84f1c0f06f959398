package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.repayment.ledger.domain.SharedInstallment;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.support.money.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A row of {@code sub_installment} to be written. */
record SubCell(String subOrderNo, int seat, int installmentNo, LocalDate dueDate, Amounts due, Amounts settled) {
    /** The cells of sub-ledgers, by installment and seat. Due dates are those of the master's installments. */
    static List<SubCell> of(SubLedgers subLedgers, Ledger master) {
        List<SubCell> cells = new ArrayList<>();
        for (SharedInstallment shared : subLedgers.installments().values()) {
            LedgerInstallment installment = master.installment(shared.installmentNo());
            if (installment == null) {
                throw new IllegalStateException("installment " + shared.installmentNo()
                        + " of the sub-orders is none of " + master.head().orderNo());
            }
            int place = 0;
            for (Seat seat : subLedgers.composition().seats()) {
                cells.add(new SubCell(
                        seat.subOrderNo(),
                        seat.seat(),
                        shared.installmentNo(),
                        installment.dueDate(),
                        shared.dues().get(place),
                        shared.settled().get(place)));
                place++;
            }
        }
        return cells;
    }
}
