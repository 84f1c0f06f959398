package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.PenaltyTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger is, without its installments. Every writer locks its row first; sequence, version and dates are given
 * under that lock.
 *
 * @param orderNo master order
 * @param borrowerNo borrower
 * @param principalFen loan amount in fen
 * @param startDate day from which interest runs, Asia/Shanghai
 * @param planVersion version of the current plan
 * @param penaltyTerms what principal paid late costs
 * @param ledgerVersion rises by one with every event; a quote holds for one version
 * @param lastSequence sequence of the last event, 0 before the first
 * @param splitSequence sequence of the last event that is split to the sub-orders
 * @param splitVersion 0 while the sub-orders do not exist, then 1
 * @param valueDate latest value date of an event, at first the start date; no event counts for an earlier day
 * @param settlement the event that left nothing open, or null while something is
 * @param settledAnnounced true once the others were told that master and sub-orders are settled
 */
public record LedgerHead(
        String orderNo,
        String borrowerNo,
        long principalFen,
        LocalDate startDate,
        int planVersion,
        PenaltyTerms penaltyTerms,
        long ledgerVersion,
        long lastSequence,
        long splitSequence,
        int splitVersion,
        LocalDate valueDate,
        @Nullable Settlement settlement,
        boolean settledAnnounced) {

    /** The head of a ledger on which nothing happened yet. */
    public static LedgerHead opened(
            String orderNo,
            String borrowerNo,
            long principalFen,
            LocalDate startDate,
            int planVersion,
            PenaltyTerms penaltyTerms) {
        return new LedgerHead(
                orderNo,
                borrowerNo,
                principalFen,
                startDate,
                planVersion,
                penaltyTerms,
                1,
                0,
                0,
                0,
                startDate,
                null,
                false);
    }

    /** SETTLED exactly when an event left nothing open. */
    public LedgerStatus status() {
        return settlement == null ? LedgerStatus.ACTIVE : LedgerStatus.SETTLED;
    }

    /** True when the sub-orders exist, so that every event is split where it is booked. */
    public boolean split() {
        return splitVersion > 0;
    }

    /** The day for which an event of this day counts: this day, but never before that of an earlier event. */
    public LocalDate valueDateOn(LocalDate day) {
        return day.isBefore(valueDate) ? valueDate : day;
    }

    /** The head after one more event. */
    LedgerHead afterEvent(LocalDate eventValueDate, boolean nothingOpen) {
        long sequence = lastSequence + 1;
        Settlement settled = settlement == null && nothingOpen ? new Settlement(sequence, eventValueDate) : settlement;
        return with(
                ledgerVersion + 1, sequence, split() ? sequence : splitSequence, splitVersion, eventValueDate, settled);
    }

    /** The head after the sub-orders were opened and every event was split to them. */
    LedgerHead afterSplit() {
        return with(ledgerVersion, lastSequence, lastSequence, 1, valueDate, settlement);
    }

    private LedgerHead with(
            long version,
            long sequence,
            long splitUpTo,
            int splits,
            LocalDate latestValueDate,
            @Nullable Settlement settled) {
        return new LedgerHead(
                orderNo,
                borrowerNo,
                principalFen,
                startDate,
                planVersion,
                penaltyTerms,
                version,
                sequence,
                splitUpTo,
                splits,
                latestValueDate,
                settled,
                settled != null && splits > 0);
    }
}
