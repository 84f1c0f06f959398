package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.ReverseRequest;
import io.jointlending.repayment.ledger.domain.Authority;
import io.jointlending.repayment.ledger.domain.BookedEvent;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.EventKind;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.ReversalRule;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;
import java.util.List;

/** Takes an earlier event back. */
public final class ReverseEvent {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.reverse";

    private final BookOnce bookOnce;
    private final Ledgers ledgers;

    /** Books through this. */
    public ReverseEvent(BookOnce bookOnce, Ledgers ledgers) {
        this.bookOnce = bookOnce;
        this.ledgers = ledgers;
    }

    /** The booked reversal. Codes: A0541, A0544, A0545, A0548, A0549, A0550, A0551, A0409, A0425. */
    public RepaymentView run(ReverseRequest request) {
        return bookOnce.run(
                OPERATION,
                request,
                EventCommand.decided(
                        request.orderNo(),
                        request.requestNo(),
                        request.valueDate(),
                        Booking.BORROWER,
                        new Authority(request.operator(), null, request.reason())),
                (ledger, valueDate) -> reverse(ledger, request.repaymentNo(), valueDate));
    }

    private PostEvent.Outcome reverse(Ledger ledger, String repaymentNo, LocalDate valueDate) {
        BookedEvent booked = ledgers.event(ledger.head().orderNo(), repaymentNo)
                .orElseThrow(() -> new Refusal(ErrorCodes.REPAYMENT_NOT_FOUND, "repaymentNo"));
        LedgerStatus status = ledger.head().status();
        if (status == LedgerStatus.WRITTEN_OFF || status == LedgerStatus.REFUNDED) {
            throw new Refusal(
                    ErrorCodes.REVERSAL_CLOSED,
                    "The ledger is " + status + " with event " + ledger.head().lastSequence() + "; event "
                            + booked.event().sequence() + " cannot be reversed any more.",
                    "repaymentNo");
        }
        if (booked.event().kind() == EventKind.REVERSAL) {
            throw new Refusal(ErrorCodes.NOT_REVERSIBLE, "repaymentNo");
        }
        if (booked.isReversed()) {
            throw new Refusal(
                    ErrorCodes.ALREADY_REVERSED,
                    "Event " + booked.event().sequence() + " over " + booked.appliedFen() + " fen is already reversed.",
                    "repaymentNo");
        }
        return new PostEvent.Outcome(
                ReversalRule.post(ledger, booked.event(), booked.suspenseFen(), valueDate), restored(booked));
    }

    /** What was paid from suspense goes back there. */
    private static List<SuspenseMove.Amount> restored(BookedEvent booked) {
        String reference = booked.paymentReference();
        return reference != null && reference.startsWith(ApplySuspense.REFERENCE)
                ? List.of(new SuspenseMove.Amount(SuspenseMove.Kind.RESTORED, booked.appliedFen()))
                : List.of();
    }
}
