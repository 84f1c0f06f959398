package io.jointlending.repayment.quote.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.PayOffQuoteView;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.repayment.ledger.application.LedgerViews;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.PayOffRule;
import io.jointlending.repayment.quote.domain.QuoteToken;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;

/** What paying everything off costs today: the pay-off, without booking anything. */
public final class QuotePayOff {
    private final EnsureLedger ensureLedger;
    private final Ledgers ledgers;
    private final Transactions transactions;
    private final BusinessCalendar calendar;

    /** Quotes from these ledgers. */
    public QuotePayOff(
            EnsureLedger ensureLedger, Ledgers ledgers, Transactions transactions, BusinessCalendar calendar) {
        this.ensureLedger = ensureLedger;
        this.ledgers = ledgers;
        this.transactions = transactions;
        this.calendar = calendar;
    }

    /** The quote of today. Code: A0541. */
    public PayOffQuoteView run(String orderNo) {
        ensureLedger.run(orderNo);
        LocalDate today = calendar.today();
        Ledger ledger = transactions.inTransaction(
                () -> ledgers.find(orderNo).orElseThrow(() -> new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo")));
        PayOffRule.Quote quote = PayOffRule.quote(ledger, ledger.head().valueDateOn(today));
        return new PayOffQuoteView(
                orderNo,
                today,
                QuoteToken.of(ledger.head(), today).value(),
                quote.owed().total(),
                LedgerViews.of(quote.owed()),
                quote.interestInAdvanceFen());
    }
}
