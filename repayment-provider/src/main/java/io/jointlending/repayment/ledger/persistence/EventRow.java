package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.MasterLine;
import io.jointlending.support.money.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repayment with one of its lines; the columns of the line are null where nothing was open. */
record EventRow(
        long sequenceNo,
        String repaymentNo,
        LocalDate valueDate,
        @Nullable Integer installmentNo,
        @Nullable Long penaltyGrowthFen,
        @Nullable Long settledPenaltyFen,
        @Nullable Long settledFeeFen,
        @Nullable Long settledInterestFen,
        @Nullable Long settledPrincipalFen) {

    /** The events that these rows, sorted by sequence and installment, make up. */
    static List<LedgerEvent> events(List<EventRow> rows) {
        List<LedgerEvent> events = new ArrayList<>();
        List<MasterLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            EventRow row = rows.get(i);
            MasterLine line = row.line();
            if (line != null) {
                lines.add(line);
            }
            if (i + 1 == rows.size() || rows.get(i + 1).sequenceNo != row.sequenceNo) {
                events.add(new LedgerEvent(row.sequenceNo, row.repaymentNo, row.valueDate, List.copyOf(lines)));
                lines.clear();
            }
        }
        return events;
    }

    private @Nullable MasterLine line() {
        if (installmentNo == null
                || penaltyGrowthFen == null
                || settledPenaltyFen == null
                || settledFeeFen == null
                || settledInterestFen == null
                || settledPrincipalFen == null) {
            return null;
        }
        return new MasterLine(
                installmentNo,
                penaltyGrowthFen,
                new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen));
    }
}
