package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Giving dues up (减免): they are settled like money, but no principal of it gives credit back.
 *
 * @param installmentNo the only installment it is for, or null for all
 * @param component the only component it is for, or null for all
 */
public record WaiverRule(@Nullable Integer installmentNo, @Nullable Component component) {
    /** What can be waived at most on a day, in fen: what is open then. */
    public long openFen(Ledger ledger, LocalDate valueDate) {
        return ledger.accruedTo(valueDate).installments().stream()
                .filter(this::chosen)
                .mapToLong(
                        it -> component == null ? it.open().total() : it.open().of(component))
                .reduce(0, Math::addExact);
    }

    /** Waives an amount, which must not be above {@link #openFen}, in the order in which money settles. */
    public Posting post(Ledger ledger, long amountFen, LocalDate valueDate) {
        LedgerDraft draft = LedgerDraft.accrued(ledger, valueDate);
        long left = component == null ? draft.settle(amountFen, this::chosen) : settle(draft, component, amountFen);
        if (left > 0) {
            throw new IllegalStateException("Order " + ledger.head().orderNo() + ": " + left + " of " + amountFen
                    + " fen to waive are not open in " + this);
        }
        return draft.post(EventKind.WAIVER, 0);
    }

    private long settle(LedgerDraft draft, Component only, long amountFen) {
        List<LedgerInstallment> oldestFirst = draft.cells().stream()
                .filter(this::chosen)
                .sorted(Comparator.comparing(LedgerInstallment::dueDate))
                .toList();
        long left = amountFen;
        for (LedgerInstallment cell : oldestFirst) {
            long fen = Math.min(left, cell.open().of(only));
            draft.settle(cell.installmentNo(), Amounts.ZERO.with(only, fen));
            left -= fen;
        }
        return left;
    }

    private boolean chosen(LedgerInstallment installment) {
        return installmentNo == null || installment.installmentNo() == installmentNo;
    }
}
