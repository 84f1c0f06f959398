package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.BookingDays;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.Repayment;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.repayment.ledger.messaging.LedgerMessages;
import io.jointlending.repayment.quote.domain.QuoteToken;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * Books one repayment inside the transaction of its command: the order's ledger is locked first, then sequence, dates and
 * version are given. Master lines, split lines, balances and messages commit together.
 */
public final class PostRepayment {
    private final Ledgers ledgers;
    private final BookingDays bookingDays;
    private final SuspenseAccounts suspense;
    private final Outbox outbox;
    private final BusinessCalendar calendar;

    /** Books in these ledgers. */
    public PostRepayment(
            Ledgers ledgers,
            BookingDays bookingDays,
            SuspenseAccounts suspense,
            Outbox outbox,
            BusinessCalendar calendar) {
        this.ledgers = ledgers;
        this.bookingDays = bookingDays;
        this.suspense = suspense;
        this.outbox = outbox;
        this.calendar = calendar;
    }

    /** Books the request. Codes: A0541, A0542, A0543. */
    RepaymentView run(RepayRequest request, String caller, String repaymentNo) {
        Ledger ledger =
                ledgers.lock(request.orderNo()).orElseThrow(() -> new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo"));
        LocalDate today = calendar.today();
        if (ledgers.receiptBooked(request.paymentReference())) {
            throw alreadyBooked();
        }
        requireCurrent(request, ledger.head(), today);

        LocalDate valueDate = ledger.head().valueDateOn(today);
        Posting posting = ledger.post(request.amountFen(), valueDate);
        Repayment repayment = new Repayment(
                repaymentNo,
                request.orderNo(),
                posting.after().head().lastSequence(),
                request.paymentReference(),
                request.amountFen(),
                posting.appliedFen(),
                posting.suspenseFen(),
                valueDate,
                bookingDays.hold(today),
                caller,
                request.requestNo());
        if (!ledgers.add(repayment, ledger.head(), posting)) {
            throw alreadyBooked();
        }
        List<SplitLine> splitLines = split(ledger, posting, repayment);
        keepExcess(repayment, ledger.head());
        announce(repayment, ledger.head(), posting);
        return RepaymentViews.of(repayment, posting, splitLines);
    }

    private static void requireCurrent(RepayRequest request, LedgerHead head, LocalDate today) {
        String token = request.quoteToken();
        if (token != null && !token.equals(QuoteToken.of(head, today).value())) {
            throw new Refusal(ErrorCodes.RETRIAL, "quoteToken");
        }
    }

    private List<SplitLine> split(Ledger ledger, Posting posting, Repayment repayment) {
        if (!ledger.head().split() || posting.lines().isEmpty()) {
            return List.of();
        }
        SubLedgers subLedgers = ledgers.subLedgers(repayment.orderNo(), posting.touched());
        subLedgers.requireAddUpTo(ledger);
        Split split = subLedgers.split(posting.lines());
        split.after().requireAddUpTo(posting.after());
        LedgerEvent event = LedgerEvent.of(repayment, posting);
        ledgers.addSplit(posting.after().head(), event, repayment.bookingDate(), split);
        return split.lines();
    }

    private void keepExcess(Repayment repayment, LedgerHead head) {
        if (repayment.suspenseFen() > 0) {
            suspense.keep(
                    head.borrowerNo(),
                    repayment.orderNo(),
                    repayment.repaymentNo(),
                    repayment.suspenseFen(),
                    repayment.bookingDate());
        }
    }

    private void announce(Repayment repayment, LedgerHead before, Posting posting) {
        LedgerHead after = posting.after().head();
        outbox.add(LedgerMessages.posted(repayment, !after.split()));
        if (after.settledAnnounced() && !before.settledAnnounced()) {
            outbox.add(LedgerMessages.settled(after, posting.after().returnablePrincipalFen()));
        }
    }

    private static Refusal alreadyBooked() {
        return new Refusal(ErrorCodes.PAYMENT_ALREADY_BOOKED, "paymentReference");
    }
}
