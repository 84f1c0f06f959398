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
 * @param penaltyTerms what an installment paid late costs
 * @param terms the other terms
 * @param plan the current plan
 * @param ledgerVersion rises by one with every event; a quote holds for one version
 * @param lastSequence sequence of the last event, 0 before the first
 * @param splitSequence sequence of the last event that is split to the sub-orders
 * @param splitVersion 0 while the sub-orders do not exist, then 1
 * @param valueDate latest value date of an event, at first the start date; no event counts for an earlier day
 * @param returnablePrincipalFen principal paid with money so far, in fen
 * @param refunded true once the purchase was refunded in full
 * @param settlement the event that left nothing open, or null while something is
 * @param settledAnnounced true once the others were told that master and sub-orders are settled
 */
public record LedgerHead(
        String orderNo,
        String borrowerNo,
        long principalFen,
        LocalDate startDate,
        PenaltyTerms penaltyTerms,
        LedgerTerms terms,
        CurrentPlan plan,
        long ledgerVersion,
        long lastSequence,
        long splitSequence,
        int splitVersion,
        LocalDate valueDate,
        long returnablePrincipalFen,
        boolean refunded,
        @Nullable Settlement settlement,
        boolean settledAnnounced) {
    /**
     * The current plan.
     *
     * @param version rises by one with every re-plan
     * @param installmentFen what the method keeps equal, in fen: the installment, or its principal; 0 where nothing is
     */
    public record CurrentPlan(int version, long installmentFen) {}

    /**
     * What an event changes beside the installments.
     *
     * @param kind what it is
     * @param reversed what it reverses, or null
     * @param valueDate day for which it counts
     * @param plan the plan after it
     * @param principalFen principal that it settled, in fen; negative in a reversal
     */
    record Change(
            EventKind kind,
            @Nullable ReversedEvent reversed,
            LocalDate valueDate,
            CurrentPlan plan,
            long principalFen) {
        private long returnableFen() {
            EventKind origin = reversed == null ? kind : reversed.kind();
            return origin.paid() ? principalFen : 0;
        }
    }

    /** The head of a ledger on which nothing happened yet. */
    public static LedgerHead opened(
            String orderNo,
            String borrowerNo,
            long principalFen,
            LocalDate startDate,
            PenaltyTerms penaltyTerms,
            LedgerTerms terms,
            CurrentPlan plan) {
        return new LedgerHead(
                orderNo,
                borrowerNo,
                principalFen,
                startDate,
                penaltyTerms,
                terms,
                plan,
                1,
                0,
                0,
                0,
                startDate,
                0,
                false,
                null,
                false);
    }

    /** ACTIVE until an event leaves nothing open. */
    public LedgerStatus status() {
        return settlement == null ? LedgerStatus.ACTIVE : settlement.status();
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
    LedgerHead after(Change change, boolean nothingOpen) {
        long sequence = lastSequence + 1;
        boolean isRefunded = change.kind() == EventKind.REFUND
                || (refunded && (change.reversed() == null || change.reversed().kind() != EventKind.REFUND));
        Settlement settled = null;
        if (nothingOpen) {
            settled = settlement == null
                    ? new Settlement(sequence, change.valueDate(), ending(change.kind(), isRefunded))
                    : settlement;
        }
        return with(
                change.plan(),
                ledgerVersion + 1,
                sequence,
                split() ? sequence : splitSequence,
                splitVersion,
                change.valueDate(),
                Math.addExact(returnablePrincipalFen, change.returnableFen()),
                isRefunded,
                settled);
    }

    /** The head after the sub-orders were opened and every event was split to them. */
    LedgerHead afterSplit() {
        return with(
                plan,
                ledgerVersion,
                lastSequence,
                lastSequence,
                1,
                valueDate,
                returnablePrincipalFen,
                refunded,
                settlement);
    }

    private static LedgerStatus ending(EventKind kind, boolean refunded) {
        if (kind == EventKind.WRITE_OFF) {
            return LedgerStatus.WRITTEN_OFF;
        }
        return refunded ? LedgerStatus.REFUNDED : LedgerStatus.SETTLED;
    }

    private LedgerHead with(
            CurrentPlan currentPlan,
            long version,
            long sequence,
            long splitUpTo,
            int splits,
            LocalDate latestValueDate,
            long returnableFen,
            boolean isRefunded,
            @Nullable Settlement settled) {
        return new LedgerHead(
                orderNo,
                borrowerNo,
                principalFen,
                startDate,
                penaltyTerms,
                terms,
                currentPlan,
                version,
                sequence,
                splitUpTo,
                splits,
                latestValueDate,
                returnableFen,
                isRefunded,
                settled,
                settled != null && settled.status().ended() && splits > 0);
    }
}
