package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.WriteOffRequest;
import io.jointlending.repayment.ledger.domain.Authority;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.PayOffRule;
import io.jointlending.support.error.Refusal;

/** Gives everything up that is open, decided by two persons. */
public final class WriteOff {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.writeOff";

    private final BookOnce bookOnce;

    /** Books through this. */
    public WriteOff(BookOnce bookOnce) {
        this.bookOnce = bookOnce;
    }

    /** The booked write-off. Codes: A0541, A0555, A0556, A0614, A0409, A0425. */
    public RepaymentView run(WriteOffRequest request) {
        Authority authority = Decisions.twoPersons(request.operator(), request.approver(), request.reason());
        return bookOnce.run(
                OPERATION,
                request,
                EventCommand.decided(request.orderNo(), request.requestNo(), null, Booking.ALL, authority),
                (ledger, valueDate) -> {
                    Decisions.requireVersion(ledger, request.ledgerVersion());
                    if (ledger.head().status() != LedgerStatus.ACTIVE) {
                        throw new Refusal(
                                ErrorCodes.NOTHING_OPEN,
                                "The ledger is " + ledger.head().status() + ": 0 fen are open.",
                                "orderNo");
                    }
                    return PostEvent.Outcome.of(PayOffRule.writeOff(ledger, valueDate));
                });
    }
}
