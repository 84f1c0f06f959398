package io.jointlending.repayment.ledger.domain;

import java.util.List;

/**
 * The result of posting an amount on a ledger.
 *
 * @param after the ledger with the event on it
 * @param lines what changed, by installment number; empty when nothing was open
 * @param appliedFen settled, in fen
 * @param suspenseFen beyond everything owed, in fen
 */
public record Posting(Ledger after, List<MasterLine> lines, long appliedFen, long suspenseFen) {
    /** Refuses a posting whose lines do not add up to what was applied. */
    public Posting {
        long settled = lines.stream().mapToLong(line -> line.settled().total()).reduce(0, Math::addExact);
        if (settled != appliedFen || appliedFen < 0 || suspenseFen < 0) {
            throw new IllegalStateException("Posting on " + after.head().orderNo() + " applies " + appliedFen
                    + " fen, keeps " + suspenseFen + " fen, but its lines settle " + settled + ": " + lines);
        }
    }

    /** The numbers of the installments that changed. */
    public List<Integer> touched() {
        return lines.stream().map(MasterLine::installmentNo).toList();
    }
}
