package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Ending a loan before its time: what is due, all principal, and interest to the day. Interest of the running installment
 * is what ran so far, that of later ones is nothing, but neither falls below what is already settled.
 */
public final class PayOffRule {
    private PayOffRule() {}

    /**
     * What a pay-off costs.
     *
     * @param owed by component
     * @param interestInAdvanceFen interest settled beyond what has run, in fen: it is not given back
     */
    public record Quote(Amounts owed, long interestInAdvanceFen) {}

    /** What a pay-off on a day costs: the pay-off itself, without booking. */
    public static Quote quote(Ledger ledger, LocalDate valueDate) {
        LedgerDraft draft = ended(ledger, valueDate, true);
        List<LedgerInstallment> upcoming = draft.upcoming();
        long ran = upcoming.isEmpty() ? 0 : new Replanning(draft).runningInterest();
        long inAdvance = 0;
        for (LedgerInstallment cell : upcoming) {
            long settled = cell.settled().interestFen();
            inAdvance += cell.equals(upcoming.get(0)) ? Math.max(0, settled - ran) : settled;
        }
        Amounts owed = draft.cells().stream().map(LedgerInstallment::open).reduce(Amounts.ZERO, Amounts::plus);
        return new Quote(owed, inAdvance);
    }

    /** Pays everything off; the amount must be at least the quote, and what is beyond it is left over. */
    public static Posting post(Ledger ledger, long amountFen, LocalDate valueDate) {
        LedgerDraft draft = ended(ledger, valueDate, true);
        if (amountFen < draft.openFen()) {
            throw new IllegalStateException("Order " + ledger.head().orderNo() + ": " + amountFen
                    + " fen do not pay off " + draft.openFen() + " fen on " + valueDate);
        }
        long excess = draft.settle(amountFen, installment -> true);
        return draft.post(EventKind.PAY_OFF, excess);
    }

    /**
     * The merchant gives the purchase price back: all principal first, so that nothing more is interest-bearing, then the
     * rest as money is settled; what is beyond everything owed is left over.
     */
    public static Posting refund(Ledger ledger, long amountFen, LocalDate valueDate) {
        LedgerDraft draft = ended(ledger, valueDate, false);
        List<LedgerInstallment> oldestFirst = draft.cells().stream()
                .sorted(Comparator.comparing(LedgerInstallment::dueDate))
                .toList();
        long left = amountFen;
        for (LedgerInstallment cell : oldestFirst) {
            long fen = Math.min(left, cell.open().principalFen());
            draft.settle(cell.installmentNo(), Amounts.ZERO.with(Component.PRINCIPAL, fen));
            left -= fen;
        }
        return draft.post(EventKind.REFUND, draft.settle(left, installment -> true));
    }

    /** Gives everything up that is open on a day. */
    public static Posting writeOff(Ledger ledger, LocalDate valueDate) {
        LedgerDraft draft = ended(ledger, valueDate, false);
        draft.settle(draft.openFen(), installment -> true);
        return draft.post(EventKind.WRITE_OFF, 0);
    }

    private static LedgerDraft ended(Ledger ledger, LocalDate valueDate, boolean withFee) {
        LedgerDraft draft = LedgerDraft.accrued(ledger, valueDate);
        List<LedgerInstallment> upcoming = draft.upcoming();
        if (upcoming.isEmpty()) {
            return draft;
        }
        Replanning plan = new Replanning(draft);
        int running = plan.running().installmentNo();
        long interest = plan.runningInterest();
        long principal = Replanning.openPrincipal(upcoming);
        for (LedgerInstallment cell : upcoming) {
            draft.due(
                    cell.installmentNo(),
                    Component.INTEREST,
                    Math.max(cell.settled().interestFen(), cell.installmentNo() == running ? interest : 0));
        }
        BigDecimal feeRate = ledger.head().terms().payOffFeeRate();
        if (withFee && feeRate.signum() > 0) {
            long fee = ledger.head()
                    .penaltyTerms()
                    .rounding()
                    .round(BigDecimal.valueOf(principal).multiply(feeRate));
            draft.due(
                    running,
                    Component.FEE,
                    Math.addExact(draft.cell(running).due().feeFen(), fee));
        }
        return draft;
    }
}
