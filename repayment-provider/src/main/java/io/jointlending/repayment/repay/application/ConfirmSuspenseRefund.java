package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.SuspenseRefundResult;
import io.jointlending.api.repayment.SuspenseRefundView;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.repayment.repay.domain.SuspenseRefund;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.time.BusinessCalendar;

/** Ends a refund of suspense money. */
public final class ConfirmSuspenseRefund {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.confirmSuspenseRefund";

    private final IdempotentCommands commands;
    private final SuspenseAccounts suspense;
    private final BusinessCalendar calendar;

    /** Ends refunds of these accounts. */
    public ConfirmSuspenseRefund(IdempotentCommands commands, SuspenseAccounts suspense, BusinessCalendar calendar) {
        this.commands = commands;
        this.suspense = suspense;
        this.calendar = calendar;
    }

    /** The refund as it ended; telling the same end twice changes nothing. Codes: A0559, A0560, A0409, A0425. */
    public SuspenseRefundView run(SuspenseRefundResult request) {
        return commands.execute(
                CommandKey.of(OPERATION, request.requestNo()), request, SuspenseRefundView.class, () -> end(request));
    }

    private SuspenseRefundView end(SuspenseRefundResult request) {
        SuspenseRefund refund = suspense.lockRefund(request.refundNo())
                .orElseThrow(() -> new Refusal(ErrorCodes.SUSPENSE_REFUND_NOT_FOUND, "refundNo"));
        SuspenseRefund ended = refund.ended(request.paid());
        if (refund.equals(ended)) {
            return RefundSuspense.view(ended);
        }
        if (refund.status() != SuspenseRefund.Status.REQUESTED) {
            throw new Refusal(
                    ErrorCodes.SUSPENSE_REFUND_STATE,
                    "The refund of " + refund.amountFen() + " fen is " + refund.status() + ".",
                    "refundNo");
        }
        suspense.end(ended, request.operator());
        if (ended.status() == SuspenseRefund.Status.FAILED) {
            suspense.move(new SuspenseMove(
                    refund.refundNo(),
                    new SuspenseMove.Amount(SuspenseMove.Kind.REFUND_FAILED, refund.amountFen()),
                    refund.borrowerNo(),
                    null,
                    calendar.today()));
        }
        return RefundSuspense.view(ended);
    }
}
