package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.EventKind;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.ReversedEvent;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.repayment.ledger.messaging.LedgerMessages;
import io.jointlending.repayment.quote.domain.QuoteToken;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.time.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Books one event inside the transaction of its command: the order's ledger is locked first, then sequence, dates and
 * version are given. Master lines, split lines, balances and messages commit together.
 */
public final class PostEvent {
    private final Ledgers ledgers;
    private final SuspenseAccounts suspense;
    private final Outbox outbox;
    private final BusinessCalendar calendar;

    /** Books in these ledgers. */
    public PostEvent(Ledgers ledgers, SuspenseAccounts suspense, Outbox outbox, BusinessCalendar calendar) {
        this.ledgers = ledgers;
        this.suspense = suspense;
        this.outbox = outbox;
        this.calendar = calendar;
    }

    /** What happens to a locked ledger on a day; refuses before anything is written. */
    @FunctionalInterface
    interface Rule {
        Outcome apply(Ledger ledger, LocalDate valueDate);
    }

    /**
     * What a rule says.
     *
     * @param posting what happens to the ledger
     * @param moves movements of suspense money beside the excess of the posting
     */
    record Outcome(Posting posting, List<SuspenseMove.Amount> moves) {
        static Outcome of(Posting posting) {
            return new Outcome(posting, List.of());
        }
    }

    /** Books a command. Codes: A0541, A0542, A0543, A0545, A0551, A0552 and those of the rule. */
    RepaymentView run(EventCommand command, String caller, String repaymentNo, Rule rule) {
        Ledger ledger =
                ledgers.lock(command.orderNo()).orElseThrow(() -> new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo"));
        LocalDate today = calendar.today();
        String reference = command.paymentReference();
        if (reference != null && ledgers.receiptBooked(reference)) {
            throw alreadyBooked();
        }
        requireCurrent(command, ledger.head(), today);
        LocalDate valueDate = valueDate(command, ledger.head(), today);
        Outcome outcome = rule.apply(ledger, valueDate);
        Posting posting = outcome.posting();
        Booking booking = new Booking(
                repaymentNo,
                command.orderNo(),
                posting.after().head().lastSequence(),
                reference,
                posting.amountFen(),
                posting.appliedFen(),
                posting.suspenseFen(),
                valueDate,
                ledgers.holdBookingDay(today),
                caller,
                command.requestNo(),
                command.fundedBy(),
                command.authority());
        moveSuspense(outcome, booking, ledger.head().borrowerNo());
        if (!ledgers.add(booking, ledger.head(), posting)) {
            throw alreadyBooked();
        }
        List<SplitLine> splitLines = split(ledger, posting, booking);
        announce(booking, ledger.head(), posting);
        return RepaymentViews.of(booking, posting, splitLines);
    }

    private static void requireCurrent(EventCommand command, LedgerHead head, LocalDate today) {
        String token = command.quoteToken();
        if (token != null && !token.equals(QuoteToken.of(head, today).value())) {
            throw new Refusal(ErrorCodes.RETRIAL, "quoteToken");
        }
    }

    private static LocalDate valueDate(EventCommand command, LedgerHead head, LocalDate today) {
        LocalDate asked = command.valueDate();
        if (asked == null) {
            return head.valueDateOn(today);
        }
        LocalDate earliest = today.minusDays(head.terms().backDatingDays());
        if (asked.isBefore(head.valueDate()) || asked.isBefore(earliest) || asked.isAfter(today)) {
            throw new Refusal(
                    ErrorCodes.VALUE_DATE_REFUSED,
                    "The value date " + asked + " is not between " + later(head.valueDate(), earliest) + " and " + today
                            + ": the latest event of the order counts for " + head.valueDate()
                            + ", the product allows " + head.terms().backDatingDays() + " days back.",
                    "valueDate");
        }
        return asked;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private List<SplitLine> split(Ledger ledger, Posting posting, Booking booking) {
        if (!ledger.head().split() || posting.lines().isEmpty()) {
            return List.of();
        }
        LedgerEvent event = LedgerEvent.of(booking, posting);
        ReversedEvent reversed = event.reversed();
        SubLedgers subLedgers = ledgers.subLedgers(booking.orderNo(), event.splitsOverAll() ? null : existing(posting));
        subLedgers.requireAddUpTo(ledger);
        Split split = subLedgers.split(
                event,
                posting.after(),
                reversed == null ? List.of() : ledgers.splitLines(booking.orderNo(), reversed.sequence()));
        split.after().requireAddUpTo(posting.after());
        ledgers.addSplit(posting.after(), event, booking.bookingDate(), split);
        return split.lines();
    }

    private static List<Integer> existing(Posting posting) {
        List<Integer> existing = new ArrayList<>(posting.touched());
        existing.removeAll(posting.added());
        return existing;
    }

    private void moveSuspense(Outcome outcome, Booking booking, String borrowerNo) {
        List<SuspenseMove.Amount> moves = new ArrayList<>(outcome.moves());
        if (booking.suspenseFen() > 0) {
            moves.add(new SuspenseMove.Amount(SuspenseMove.Kind.EXCESS, booking.suspenseFen()));
        } else if (booking.suspenseFen() < 0) {
            moves.add(new SuspenseMove.Amount(SuspenseMove.Kind.REVERSED, Math.negateExact(booking.suspenseFen())));
        }
        for (SuspenseMove.Amount amount : moves) {
            SuspenseMove move = new SuspenseMove(
                    booking.repaymentNo(), amount, borrowerNo, booking.orderNo(), booking.bookingDate());
            if (!suspense.move(move)) {
                throw amount.kind() == SuspenseMove.Kind.REVERSED
                        ? new Refusal(
                                ErrorCodes.EXCESS_ALREADY_USED,
                                amount.fen() + " fen of the event went to suspense, but the balance is "
                                        + suspense.balance(borrowerNo) + " fen.",
                                "repaymentNo")
                        : new Refusal(
                                ErrorCodes.SUSPENSE_INSUFFICIENT,
                                amount.fen() + " fen are asked for, the balance is " + suspense.balance(borrowerNo)
                                        + " fen.",
                                "amountFen");
            }
        }
    }

    private void announce(Booking booking, LedgerHead before, Posting posting) {
        LedgerHead after = posting.after().head();
        if (posting.kind() == EventKind.REVERSAL) {
            outbox.add(LedgerMessages.reversed(booking, posting));
            return;
        }
        outbox.add(LedgerMessages.posted(booking, posting));
        if (after.settledAnnounced() && !before.settledAnnounced()) {
            outbox.add(LedgerMessages.settled(after));
        }
    }

    private static Refusal alreadyBooked() {
        return new Refusal(ErrorCodes.PAYMENT_ALREADY_BOOKED, "paymentReference");
    }
}
