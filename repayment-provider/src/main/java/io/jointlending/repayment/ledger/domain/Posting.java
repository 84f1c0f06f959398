package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PrepaymentMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an event on a ledger. In a reversal the amounts are negative.
 *
 * @param after the ledger with the event on it
 * @param kind what happened
 * @param lines what changed, by installment number; empty when nothing was open
 * @param added numbers of installments that are new
 * @param appliedFen settled, in fen
 * @param suspenseFen beyond everything owed, in fen
 * @param mode how the plan was changed, or null when it was not
 * @param reversed what is reversed, or null
 */
public record Posting(
        Ledger after,
        EventKind kind,
        List<MasterLine> lines,
        List<Integer> added,
        long appliedFen,
        long suspenseFen,
        @Nullable PrepaymentMode mode,
        @Nullable ReversedEvent reversed) {
    /** Refuses a posting whose lines do not add up to what was applied. */
    public Posting {
        long settled = lines.stream().mapToLong(line -> line.settled().total()).reduce(0, Math::addExact);
        boolean backward = kind == EventKind.REVERSAL;
        boolean sign = backward ? appliedFen <= 0 && suspenseFen <= 0 : appliedFen >= 0 && suspenseFen >= 0;
        boolean lineSigns = lines.stream()
                .allMatch(line -> backward
                        ? Amounts.ZERO.covers(line.settled())
                        : line.settled().covers(Amounts.ZERO));
        if (settled != appliedFen || !sign || !lineSigns || backward != (reversed != null)) {
            throw new IllegalStateException(kind + " on " + after.head().orderNo() + " applies " + appliedFen
                    + " fen, keeps " + suspenseFen + " fen, but its lines settle " + settled + ": " + lines);
        }
    }

    /** True when the event made a new version of the plan. */
    public boolean replanned() {
        return mode != null;
    }

    /** What was received or given up, in fen. */
    public long amountFen() {
        return Math.addExact(appliedFen, suspenseFen);
    }

    /** The numbers of the installments that changed. */
    public List<Integer> touched() {
        return lines.stream().map(MasterLine::installmentNo).toList();
    }
}
