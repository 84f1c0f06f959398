package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PenaltyCalculator;
import io.jointlending.support.money.Waterfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                head.settlement() == null || installments.stream().allMatch(Ledger::cleared);
        if (installments.isEmpty() || principal != head.principalFen() || !settledAgrees) {
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
        Ledger accrued = accruedTo(valueDate);
        Waterfall.Application application = Waterfall.apply(
                accrued.installments.stream()
                        .map(it -> new Waterfall.Open(it.installmentNo(), it.dueDate(), it.open()))
                        .toList(),
                amountFen);
        Map<Integer, Amounts> settled = new HashMap<>();
        application.settled().forEach(each -> settled.put(each.installmentNo(), each.settled()));

        List<LedgerInstallment> after = new ArrayList<>();
        List<MasterLine> lines = new ArrayList<>();
        for (int i = 0; i < installments.size(); i++) {
            LedgerInstallment due = accrued.installments.get(i);
            Amounts here = settled.getOrDefault(due.installmentNo(), Amounts.ZERO);
            long growth = due.due().penaltyFen() - installments.get(i).due().penaltyFen();
            MasterLine line = new MasterLine(due.installmentNo(), growth, here);
            if (!line.empty()) {
                lines.add(line);
            }
            after.add(due.settle(here, valueDate));
        }
        boolean nothingOpen = after.stream().allMatch(Ledger::cleared);
        return new Posting(
                new Ledger(head.afterEvent(valueDate, nothingOpen), after),
                List.copyOf(lines),
                Math.subtractExact(amountFen, application.excessFen()),
                application.excessFen());
    }

    /** The head after the sub-orders were opened and every event up to now was split to them. */
    public LedgerHead headAfterSplit() {
        return head.afterSplit();
    }

    /** Principal that the borrower paid back, in fen: what the credit line may get back. */
    public long returnablePrincipalFen() {
        return installments.stream()
                .mapToLong(installment -> installment.settled().principalFen())
                .reduce(0, Math::addExact);
    }

    private static boolean cleared(LedgerInstallment installment) {
        return installment.due().equals(installment.settled());
    }
}
