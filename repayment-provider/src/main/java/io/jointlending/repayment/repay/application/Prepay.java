package io.jointlending.repayment.repay.application;

import io.jointlending.api.repayment.PrepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.PrepaymentRule;
import io.jointlending.support.money.PrepaymentMode;

/** Books money that pays principal before it is due and makes the plan smaller. */
public final class Prepay {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.prepay";

    private final BookOnce bookOnce;

    /** Books through this. */
    public Prepay(BookOnce bookOnce) {
        this.bookOnce = bookOnce;
    }

    /** The booked prepayment. Codes: A0541, A0542, A0543, A0545, A0409, A0425. */
    public RepaymentView run(PrepayRequest request) {
        PrepaymentMode mode = PrepaymentMode.valueOf(request.mode());
        return bookOnce.run(
                OPERATION,
                request,
                EventCommand.paid(
                        request.orderNo(),
                        request.requestNo(),
                        request.paymentReference(),
                        request.quoteToken(),
                        request.valueDate()),
                (ledger, valueDate) ->
                        PostEvent.Outcome.of(PrepaymentRule.post(ledger, request.amountFen(), mode, valueDate)));
    }
}
