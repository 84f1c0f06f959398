package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.ApplySuspenseRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;
import java.util.List;

/** Pays dues with money from the suspense balance: an ordinary repayment with a receipt of its own. */
public final class ApplySuspense {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.applySuspense";

    /** How the receipts of this command begin; the rest is the number of the event. */
    static final String REFERENCE = "SUSPENSE-";

    private final BookOnce bookOnce;

    /** Books through this. */
    public ApplySuspense(BookOnce bookOnce) {
        this.bookOnce = bookOnce;
    }

    /** The booked repayment. Codes: A0541, A0543, A0547, A0552, A0409, A0425. */
    public RepaymentView run(ApplySuspenseRequest request) {
        return bookOnce.run(
                OPERATION,
                request,
                repaymentNo -> EventCommand.paid(
                        request.orderNo(), request.requestNo(), REFERENCE + repaymentNo, request.quoteToken(), null),
                (ledger, valueDate) -> apply(ledger, request.amountFen(), valueDate));
    }

    private static PostEvent.Outcome apply(Ledger ledger, long amountFen, LocalDate valueDate) {
        long owed = ledger.accruedTo(valueDate).open().total();
        if (amountFen > owed) {
            throw new Refusal(
                    ErrorCodes.REPAY_ABOVE_OWED,
                    amountFen + " fen are above the " + owed + " fen owed on " + valueDate + ".",
                    "amountFen");
        }
        return new PostEvent.Outcome(
                ledger.post(amountFen, valueDate),
                List.of(new SuspenseMove.Amount(SuspenseMove.Kind.APPLIED, amountFen)));
    }
}
