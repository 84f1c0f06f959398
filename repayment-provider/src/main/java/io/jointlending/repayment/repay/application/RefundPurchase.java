package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RefundRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.PayOffRule;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.support.error.Refusal;
import java.time.LocalDate;

/** Books the purchase price that a merchant gave back. */
public final class RefundPurchase {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.refund";

    private final BookOnce bookOnce;

    /** Books through this. */
    public RefundPurchase(BookOnce bookOnce) {
        this.bookOnce = bookOnce;
    }

    /** The booked refund. Codes: A0541, A0542, A0545, A0557, A0409, A0425. */
    public RepaymentView run(RefundRequest request) {
        return bookOnce.run(
                OPERATION,
                request,
                new EventCommand(
                        request.orderNo(),
                        request.requestNo(),
                        request.paymentReference(),
                        null,
                        request.valueDate(),
                        Booking.MERCHANT,
                        null),
                (ledger, valueDate) -> PostEvent.Outcome.of(post(ledger, request.amountFen(), valueDate)));
    }

    private static Posting post(Ledger ledger, long amountFen, LocalDate valueDate) {
        if (amountFen != ledger.head().principalFen()) {
            throw new Refusal(
                    ErrorCodes.PARTIAL_REFUND_UNSUPPORTED,
                    amountFen + " fen are not the loan amount of "
                            + ledger.head().principalFen() + " fen.",
                    "amountFen");
        }
        return PayOffRule.refund(ledger, amountFen, valueDate);
    }
}
