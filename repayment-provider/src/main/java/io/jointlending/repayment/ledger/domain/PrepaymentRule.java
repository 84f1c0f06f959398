package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.PrepaymentMode;
import java.time.LocalDate;

/** Paying principal back before it is due, so that the plan becomes smaller (提前还款). */
public final class PrepaymentRule {
    private PrepaymentRule() {}

    /**
     * Pays what is due first. The rest is an installment of its own, due and settled at once, and what is left of the
     * principal is planned again; beyond the open principal it is left over. Where nothing is left to prepay it is a
     * payment and changes no plan.
     */
    public static Posting post(Ledger ledger, long amountFen, PrepaymentMode mode, LocalDate valueDate) {
        LedgerDraft draft = LedgerDraft.accrued(ledger, valueDate);
        long left = draft.settle(amountFen, installment -> !installment.upcoming(valueDate));
        long open = Replanning.openPrincipal(draft.upcoming());
        long prepaid = Math.min(left, open);
        if (prepaid == 0) {
            return draft.post(EventKind.PAYMENT, left);
        }
        draft.addPrepayment(prepaid);
        new Replanning(draft).plan(open - prepaid, mode);
        return draft.post(EventKind.PREPAYMENT, left - prepaid);
    }
}
