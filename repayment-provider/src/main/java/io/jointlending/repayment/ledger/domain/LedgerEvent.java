package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PrepaymentMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a ledger, as far as its split and its reversal need it.
 *
 * @param sequence place among the events of the ledger
 * @param repaymentNo number of the event
 * @param kind what it was
 * @param valueDate day for which it counts, Asia/Shanghai
 * @param planVersion version of the plan after it
 * @param mode how it re-planned, or null when it did not
 * @param reversed what it reverses, or null
 * @param lines what it did to the master order
 */
public record LedgerEvent(
        long sequence,
        String repaymentNo,
        EventKind kind,
        LocalDate valueDate,
        int planVersion,
        @Nullable PrepaymentMode mode,
        @Nullable ReversedEvent reversed,
        List<MasterLine> lines) {
    /** Refuses lines that only a reversal may have. */
    public LedgerEvent {
        lines = List.copyOf(lines);
        boolean reversal = kind == EventKind.REVERSAL;
        if (reversal != (reversed != null)
                || (!reversal && lines.stream().anyMatch(line -> !line.settled().covers(Amounts.ZERO)))) {
            throw new IllegalStateException(
                    "Event " + repaymentNo + " of kind " + kind + " reverses " + reversed + ": " + lines);
        }
    }

    /** True when it made a new version of the plan. */
    public boolean replanned() {
        return mode != null;
    }

    /** True when its split depends on more installments than it touches. */
    public boolean splitsOverAll() {
        return replanned() || lines.stream().anyMatch(line -> line.due().interestFen() != 0);
    }

    /** The event that a booking made. */
    public static LedgerEvent of(Booking booking, Posting posting) {
        return new LedgerEvent(
                booking.sequence(),
                booking.repaymentNo(),
                posting.kind(),
                booking.valueDate(),
                posting.after().head().plan().version(),
                posting.mode(),
                posting.reversed(),
                posting.lines());
    }
}
