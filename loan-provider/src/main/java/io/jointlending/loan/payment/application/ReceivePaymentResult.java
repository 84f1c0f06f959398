package io.jointlending.loan.payment.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.payment.domain.PaymentReport;
import io.jointlending.loan.payment.domain.PaymentResult;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Takes a payment result that the payment system reports by itself: once, again, late, or in contradiction. */
public final class ReceivePaymentResult {
    /** Name of this command among the idempotent commands. */
    public static final String OPERATION = "PaymentCallbackService.onResult";

    private final IdempotentCommands commands;
    private final EndPayment endPayment;
    private final RecordDiscrepancy recordDiscrepancy;

    public ReceivePaymentResult(
            IdempotentCommands commands, EndPayment endPayment, RecordDiscrepancy recordDiscrepancy) {
        this.commands = commands;
        this.endPayment = endPayment;
        this.recordDiscrepancy = recordDiscrepancy;
    }

    /** Refuses with A0511, A0512, A0513, A0514; before A0514 the discrepancy is committed. */
    public PaymentResultView run(PaymentResultRequest request) {
        PaymentReport report = new PaymentReport(
                request.orderNo(), request.paymentNo(), PaymentResult.valueOf(request.result()), request.amountFen());
        CommandKey key = CommandKey.of(OPERATION, request.requestNo());
        try {
            return commands.execute(
                    key, request, PaymentResultView.class, () -> endPayment.run(report, Cause.PAYMENT_CALLBACK));
        } catch (Refusal refusal) {
            if (refusal.code().equals(ErrorCodes.PAYMENT_RESULT_CONTRADICTS)) {
                recordDiscrepancy.run(report);
            }
            throw refusal;
        }
    }
}
