package io.jointlending.repayment.report;

/** What the split lines of one kind of events add up to, in fen. */
record SplitSumRow(
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
        long settledPrincipalFen) {}
