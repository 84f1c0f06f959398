package io.jointlending.repayment.repay.application;

import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;

/** Books money already received, once per request number. */
public final class Repay {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.repay";

    private final BookOnce bookOnce;

    /** Books through this. */
    public Repay(BookOnce bookOnce) {
        this.bookOnce = bookOnce;
    }

    /** The booked repayment, or the stored one of the same request. Codes: A0541, A0542, A0543, A0545, A0409, A0425. */
    public RepaymentView run(RepayRequest request) {
        return bookOnce.run(
                OPERATION,
                request,
                EventCommand.paid(
                        request.orderNo(),
                        request.requestNo(),
                        request.paymentReference(),
                        request.quoteToken(),
                        request.valueDate()),
                (ledger, valueDate) -> PostEvent.Outcome.of(ledger.post(request.amountFen(), valueDate)));
    }
}
