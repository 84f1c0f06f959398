package io.jointlending.loan.payment.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.order.application.Orders;
import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.OrderEvents;
import io.jointlending.loan.payment.domain.PaymentReport;
import io.jointlending.loan.payment.domain.PaymentResult;
import io.jointlending.loan.payment.domain.PaymentVerdict;
import io.jointlending.support.error.Refusal;

/**
 * Applies a payment report inside the running transaction, wherever it came from. Success: order active, reserved credit
 * used, the fund side told. Failure: order failed, reserved credit released.
 */
public final class EndPayment {
    private final MasterOrders orders;
    private final CreditLines creditLines;
    private final OrderEvents events;

    public EndPayment(MasterOrders orders, CreditLines creditLines, OrderEvents events) {
        this.orders = orders;
        this.creditLines = creditLines;
        this.events = events;
    }

    /** Refuses with A0511, A0512, A0513, A0514; a refusal changed nothing. */
    public PaymentResultView run(PaymentReport report, Cause cause) {
        MasterOrder order = Orders.lock(orders, report.orderNo());
        return switch (PaymentVerdict.of(order, report)) {
            case TOO_EARLY -> throw Orders.wrongState(order, "a payment result");
            case AMOUNT_DIFFERS ->
                throw new Refusal(
                        ErrorCodes.PAYMENT_AMOUNT_DIFFERS,
                        "The order is over " + order.amountFen() + " fen, the payment over " + report.amountFen() + ".",
                        "amountFen");
            case CONTRADICTS -> throw new Refusal(ErrorCodes.PAYMENT_RESULT_CONTRADICTS, "result");
            case SECOND_PAYMENT -> throw new Refusal(ErrorCodes.PAYMENT_RESULT_CONTRADICTS, "paymentNo");
            case REPEATS -> view(order, PaymentResultView.REPEATED);
            case ENDS -> view(end(order, report, cause), PaymentResultView.APPLIED);
        };
    }

    private MasterOrder end(MasterOrder order, PaymentReport report, Cause cause) {
        boolean success = report.result() == PaymentResult.SUCCESS;
        MasterOrder ended = success ? order.activated(report.paymentNo()) : order.failed(report.paymentNo());
        orders.move(order, ended, cause, report.paymentNo());
        orders.endLoanRequest(order.orderNo(), success);
        if (success) {
            creditLines.use(order.borrowerNo(), order.orderNo(), order.amountFen());
            events.activated(ended, orders.plan(order.orderNo()));
        } else {
            creditLines.release(order.borrowerNo(), order.orderNo(), order.amountFen());
        }
        return ended;
    }

    private static PaymentResultView view(MasterOrder order, String effect) {
        return new PaymentResultView(order.orderNo(), order.status().code(), effect);
    }
}
