package io.jointlending.repayment.report;

import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.report.ReportLineView;

/** A line of a report, of a day or of a month; amounts in fen. */
record ReportLineRow(
        String institutionCode,
        String eventKind,
        long events,
        long splitLines,
        long duePenaltyFen,
        long dueFeeFen,
        long dueInterestFen,
        long duePrincipalFen,
        long settledPenaltyFen,
        long settledFeeFen,
        long settledInterestFen,
        long settledPrincipalFen) {

    ReportLineView view() {
        return new ReportLineView(
                institutionCode,
                eventKind,
                events,
                splitLines,
                new AmountsView(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen),
                new AmountsView(duePrincipalFen, dueInterestFen, duePenaltyFen, dueFeeFen));
    }
}
