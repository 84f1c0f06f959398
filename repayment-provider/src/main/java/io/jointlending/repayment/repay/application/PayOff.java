package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.PayOffRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.PayOffRule;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;

/** Books money that pays an order off. */
public final class PayOff {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.payOff";

    private final BookOnce bookOnce;

    /** Books through this. */
    public PayOff(BookOnce bookOnce) {
        this.bookOnce = bookOnce;
    }

    /** The booked pay-off. Codes: A0541, A0542, A0543, A0545, A0546, A0409, A0425. */
    public RepaymentView run(PayOffRequest request) {
        return bookOnce.run(
                OPERATION,
                request,
                EventCommand.paid(
                        request.orderNo(),
                        request.requestNo(),
                        request.paymentReference(),
                        request.quoteToken(),
                        request.valueDate()),
                (ledger, valueDate) -> PostEvent.Outcome.of(post(ledger, request.amountFen(), valueDate)));
    }

    private static Posting post(Ledger ledger, long amountFen, LocalDate valueDate) {
        long owed = PayOffRule.quote(ledger, valueDate).owed().total();
        if (amountFen < owed) {
            throw new Refusal(
                    ErrorCodes.PAY_OFF_BELOW_OWED,
                    amountFen + " fen do not pay off the " + owed + " fen owed on " + valueDate + ".",
                    "amountFen");
        }
        return PayOffRule.post(ledger, amountFen, valueDate);
    }
}
