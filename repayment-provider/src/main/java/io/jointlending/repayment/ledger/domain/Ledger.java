package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PenaltyCalculator;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.WaterfallOrder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The repayment ledger of a master order (大订单): the one place that decides where received money goes.
 *
 * @param head version, sequence and terms
 * @param installments all of them, by number
 */
public record Ledger(LedgerHead head, List<LedgerInstallment> installments) {
    /** Sorts the installments and refuses a ledger that does not carry its loan amount. */
    public Ledger {
        installments = installments.stream()
                .sorted(Comparator.comparingInt(LedgerInstallment::installmentNo))
                .toList();
        long principal = installments.stream()
                .mapToLong(installment -> installment.due().principalFen())
                .reduce(0, Math::addExact);
        boolean settledAgrees =
                head.settlement() == null || installments.stream().allMatch(LedgerInstallment::cleared);
        boolean basesAgree = installments.stream()
                .allMatch(
                        it -> it.base().openFen() == head.penaltyTerms().basis().of(it.open()));
        if (installments.isEmpty() || principal != head.principalFen() || !settledAgrees || !basesAgree) {
            throw new IllegalStateException(
                    "Ledger " + head + " has principal dues of " + principal + " fen in " + installments);
        }
    }

    /** The ledger with all penalty up to a date; not an event. */
    public Ledger accruedTo(LocalDate date) {
        PenaltyCalculator calculator = new PenaltyCalculator(head.penaltyTerms());
        return new Ledger(
                head,
                installments.stream()
                        .map(installment -> installment.accruedTo(date, calculator))
                        .toList());
    }

    /**
     * Posts received money: penalty up to the value date becomes due, then the waterfall settles, and what is left over
     * is for the customer's suspense balance.
     *
     * @param amountFen received, in fen
     * @param valueDate day for which it counts, see {@link LedgerHead#valueDateOn}
     */
    public Posting post(long amountFen, LocalDate valueDate) {
        LedgerDraft draft = LedgerDraft.accrued(this, valueDate);
        long excess = draft.settle(amountFen, installment -> true);
        Posting posting = draft.post(EventKind.PAYMENT, excess);
        requireNothingSkipped(posting, valueDate);
        return posting;
    }

    /** An installment by its number, or null. */
    public @Nullable LedgerInstallment installment(int installmentNo) {
        return installments.stream()
                .filter(it -> it.installmentNo() == installmentNo)
                .findFirst()
                .orElse(null);
    }

    /** The numbers of the installments that a re-plan on this day may change. */
    public Set<Integer> upcoming(LocalDate day) {
        return installments.stream()
                .filter(it -> it.upcoming(day))
                .map(LedgerInstallment::installmentNo)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The terms from which the plan of this order was issued. */
    public PlanTerms issuedTerms() {
        LedgerTerms terms = head.terms();
        return new PlanTerms(
                head.principalFen(),
                terms.annualRate(),
                terms.method(),
                terms.dayCount(),
                head.startDate(),
                installments.stream()
                        .filter(it -> it.kind() == InstallmentKind.REGULAR)
                        .map(LedgerInstallment::dueDate)
                        .toList(),
                head.penaltyTerms().rounding(),
                terms.installmentMultipleFen(),
                terms.interestOnlyInstallments(),
                terms.firstPeriodByDays());
    }

    /** What is open in all installments together. */
    public Amounts open() {
        return installments.stream().map(LedgerInstallment::open).reduce(Amounts.ZERO, Amounts::plus);
    }

    /** The head after the sub-orders were opened and every event up to now was split to them. */
    public LedgerHead headAfterSplit() {
        return head.afterSplit();
    }

    /** Principal that was paid back with money, in fen: what the credit line may get back. */
    public long returnablePrincipalFen() {
        return head.returnablePrincipalFen();
    }

    /**
     * The guard against a skipped installment (跳期): money that reaches an installment leaves none open that was due
     * before it.
     */
    private void requireNothingSkipped(Posting posting, LocalDate valueDate) {
        if (head.terms().waterfall() != WaterfallOrder.INSTALLMENT_FIRST) {
            return;
        }
        for (MasterLine line : posting.lines()) {
            LedgerInstallment reached = posting.after().installment(line.installmentNo());
            boolean money = line.settled().principalFen() > 0 || line.settled().interestFen() > 0;
            if (money
                    && reached != null
                    && posting.after().installments().stream()
                            .anyMatch(earlier -> !earlier.cleared()
                                    && !earlier.dueDate().isAfter(valueDate)
                                    && earlier.dueDate().isBefore(reached.dueDate()))) {
                throw new IllegalStateException("Order " + head.orderNo() + ": installment " + line.installmentNo()
                        + " would be settled while an earlier one is open: " + posting);
            }
        }
    }
}
