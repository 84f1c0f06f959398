package io.jointlending.repayment.ledger.application;

import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.SubLedgerView;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerBook;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.repayment.ledger.domain.SharedInstallment;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.support.money.Amounts;
import java.util.ArrayList;
import java.util.List;

/** Ledgers as the contract shows them. */
public final class LedgerViews {
    private LedgerViews() {}

    /** Amounts as the contract shows them. */
    public static AmountsView of(Amounts amounts) {
        return new AmountsView(amounts.principalFen(), amounts.interestFen(), amounts.penaltyFen(), amounts.feeFen());
    }

    static LedgerView of(LedgerBook book) {
        LedgerHead head = book.ledger().head();
        return new LedgerView(
                head.orderNo(),
                head.borrowerNo(),
                head.status().name(),
                head.ledgerVersion(),
                head.plan().version(),
                book.ledger().installments().stream().map(LedgerViews::of).toList(),
                book.subLedgers().map(subs -> subLedgers(subs, book.ledger())).orElse(List.of()));
    }

    private static LedgerInstallmentView of(LedgerInstallment installment) {
        return new LedgerInstallmentView(
                installment.installmentNo(),
                installment.kind().name(),
                installment.dueDate(),
                of(installment.due()),
                of(installment.settled()));
    }

    private static List<SubLedgerView> subLedgers(SubLedgers subs, Ledger ledger) {
        List<SubLedgerView> views = new ArrayList<>();
        for (int i = 0; i < subs.composition().size(); i++) {
            int place = i;
            Seat seat = subs.composition().seats().get(i);
            List<LedgerInstallmentView> installments = ledger.installments().stream()
                    .map(master -> shared(master, subs.installment(master.installmentNo()), place))
                    .toList();
            views.add(new SubLedgerView(
                    seat.subOrderNo(),
                    seat.institutionCode(),
                    seat.seat(),
                    seat.weight(),
                    seat.contributionFen(),
                    ledger.head().status().name(),
                    installments));
        }
        return List.copyOf(views);
    }

    private static LedgerInstallmentView shared(LedgerInstallment master, SharedInstallment shared, int place) {
        return new LedgerInstallmentView(
                master.installmentNo(),
                master.kind().name(),
                master.dueDate(),
                of(shared.dues().get(place)),
                of(shared.settled().get(place)));
    }
}
