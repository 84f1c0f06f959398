package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.PrepaymentMode;
import java.time.LocalDate;

/**
 * An earlier event never happened (冲正): what it settled is open again in the same installments, for the borrower and for
 * each institution, and its money counts as never paid. No other event is rewritten. Dues stay, with two exceptions: a
 * pay-off or refund gives the interest and fee dues back that it changed, and a prepayment's principal is planned again
 * over the installments that are not due yet, or is due at once where there are none.
 */
public final class ReversalRule {
    private ReversalRule() {}

    /**
     * Reverses an event.
     *
     * @param event what is reversed; not a reversal, and not reversed before
     * @param suspenseFen what of it had gone to suspense and comes back from there, in fen
     */
    public static Posting post(Ledger ledger, LedgerEvent event, long suspenseFen, LocalDate valueDate) {
        LedgerDraft draft = LedgerDraft.of(ledger, valueDate);
        draft.reverses(event);
        boolean planAgain = !draft.upcoming().isEmpty()
                && (event.replanned()
                        || (event.kind().endsInterest()
                                && event.planVersion() != draft.plan().version()));
        for (MasterLine line : event.lines()) {
            boolean prepaid = prepaid(event, line, draft);
            Amounts due = prepaid && planAgain ? principal(line) : ownDue(event.kind(), line.due());
            // Principal that was not due when it was paid begins to cost when it is due: today.
            LocalDate unpaidSince = prepaid ? valueDate : event.valueDate();
            draft.restore(line.installmentNo(), due, line.settled(), unpaidSince);
        }
        if (planAgain) {
            PrepaymentMode mode = event.mode() == null ? PrepaymentMode.LOWER_INSTALLMENT : event.mode();
            long left = Math.addExact(Replanning.openPrincipal(draft.upcoming()), prepaidFen(event, draft));
            new Replanning(draft).plan(left, mode);
        }
        draft.accrue();
        return draft.post(EventKind.REVERSAL, Math.negateExact(suspenseFen));
    }

    /** What of the dues is this event's own and goes with it. Penalty is not: it follows from what was paid when. */
    static Amounts ownDue(EventKind kind, Amounts due) {
        return kind.endsInterest() ? new Amounts(0, due.interestFen(), 0, due.feeFen()) : Amounts.ZERO;
    }

    private static boolean prepaid(LedgerEvent event, MasterLine line, LedgerDraft draft) {
        return event.kind() == EventKind.PREPAYMENT
                && line.due().principalFen() > 0
                && draft.cell(line.installmentNo()).kind() == InstallmentKind.PREPAYMENT;
    }

    private static long prepaidFen(LedgerEvent event, LedgerDraft draft) {
        return event.lines().stream()
                .filter(line -> prepaid(event, line, draft))
                .mapToLong(line -> line.due().principalFen())
                .sum();
    }

    private static Amounts principal(MasterLine line) {
        return Amounts.ZERO.with(Component.PRINCIPAL, line.due().principalFen());
    }
}
