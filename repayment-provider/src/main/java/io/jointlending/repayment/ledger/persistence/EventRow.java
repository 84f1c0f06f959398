package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.BookedEvent;
import io.jointlending.repayment.ledger.domain.EventKind;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.MasterLine;
import io.jointlending.repayment.ledger.domain.ReversedEvent;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PrepaymentMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event with one of its lines; the columns of the line are null where nothing was open. */
record EventRow(
        long sequenceNo,
        String repaymentNo,
        String eventKind,
        LocalDate valueDate,
        int planVersion,
        @Nullable String replanMode,
        @Nullable Long reversedSequence,
        @Nullable String reversedKind,
        @Nullable String paymentReference,
        long appliedFen,
        long suspenseFen,
        boolean isReversed,
        @Nullable Integer installmentNo,
        @Nullable Long duePenaltyFen,
        @Nullable Long dueFeeFen,
        @Nullable Long dueInterestFen,
        @Nullable Long duePrincipalFen,
        @Nullable Long settledPenaltyFen,
        @Nullable Long settledFeeFen,
        @Nullable Long settledInterestFen,
        @Nullable Long settledPrincipalFen) {
    /** The events that these rows, sorted by sequence and installment, make up. */
    static List<LedgerEvent> events(List<EventRow> rows) {
        return booked(rows).stream().map(BookedEvent::event).toList();
    }

    /** The events that these rows, sorted by sequence and installment, make up, with their amounts. */
    static List<BookedEvent> booked(List<EventRow> rows) {
        List<BookedEvent> events = new ArrayList<>();
        List<MasterLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            EventRow row = rows.get(i);
            if (row.installmentNo != null) {
                lines.add(new MasterLine(row.installmentNo, row.due(), row.settled()));
            }
            if (i + 1 == rows.size() || rows.get(i + 1).sequenceNo != row.sequenceNo) {
                events.add(row.booked(row.event(lines)));
                lines.clear();
            }
        }
        return events;
    }

    private BookedEvent booked(LedgerEvent event) {
        return new BookedEvent(event, paymentReference, appliedFen, suspenseFen, isReversed);
    }

    private LedgerEvent event(List<MasterLine> lines) {
        return new LedgerEvent(
                sequenceNo,
                repaymentNo,
                EventKind.valueOf(eventKind),
                valueDate,
                planVersion,
                replanMode == null ? null : PrepaymentMode.valueOf(replanMode),
                reversedSequence == null || reversedKind == null
                        ? null
                        : new ReversedEvent(reversedSequence, EventKind.valueOf(reversedKind)),
                lines);
    }

    private Amounts due() {
        return new Amounts(fen(duePrincipalFen), fen(dueInterestFen), fen(duePenaltyFen), fen(dueFeeFen));
    }

    private Amounts settled() {
        return new Amounts(
                fen(settledPrincipalFen), fen(settledInterestFen), fen(settledPenaltyFen), fen(settledFeeFen));
    }

    private long fen(@Nullable Long column) {
        if (column == null) {
            throw new IllegalStateException("a line of event " + repaymentNo + " lacks a figure: " + this);
        }
        return column;
    }
}
