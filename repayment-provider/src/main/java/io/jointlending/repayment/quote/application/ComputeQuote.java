package io.jointlending.repayment.quote.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.api.repayment.QuotedInstallmentView;
import io.jointlending.repayment.ledger.application.LedgerViews;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.quote.domain.QuoteKey;
import io.jointlending.repayment.quote.domain.QuoteToken;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Standing;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.util.List;

/** Computes what is owed on a day: the accrual of a repayment, without booking anything. */
public final class ComputeQuote {
    private final Ledgers ledgers;
    private final Transactions transactions;

    /** Quotes from these ledgers. */
    public ComputeQuote(Ledgers ledgers, Transactions transactions) {
        this.ledgers = ledgers;
        this.transactions = transactions;
    }

    /**
     * A quote with what it holds for.
     *
     * @param key of the ledger that was read
     * @param view the quote
     */
    record Computed(QuoteKey key, QuoteView view) {}

    /** The quote of a day. Code: A0541. */
    Computed run(String orderNo, LocalDate today) {
        Ledger ledger = transactions.inTransaction(
                () -> ledgers.find(orderNo).orElseThrow(() -> new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo")));
        return new Computed(new QuoteKey(orderNo, ledger.head().ledgerVersion(), today), quote(ledger, today));
    }

    private static QuoteView quote(Ledger ledger, LocalDate today) {
        List<LedgerInstallment> open = ledger.accruedTo(ledger.head().valueDateOn(today)).installments().stream()
                .filter(installment -> !installment.open().equals(Amounts.ZERO))
                .toList();
        long due = open.stream()
                .filter(installment -> Standing.of(installment.dueDate(), today) != Standing.IN_ADVANCE)
                .mapToLong(installment -> installment.open().total())
                .reduce(0, Math::addExact);
        long total = open.stream()
                .mapToLong(installment -> installment.open().total())
                .reduce(0, Math::addExact);
        return new QuoteView(
                ledger.head().orderNo(),
                today,
                QuoteToken.of(ledger.head(), today).value(),
                due,
                total,
                open.stream()
                        .map(installment -> new QuotedInstallmentView(
                                installment.installmentNo(),
                                installment.dueDate(),
                                Standing.of(installment.dueDate(), today).name(),
                                LedgerViews.of(installment.open())))
                        .toList());
    }
}
