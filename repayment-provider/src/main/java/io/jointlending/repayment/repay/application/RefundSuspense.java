package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.SuspenseRefundRequest;
import io.jointlending.api.repayment.SuspenseRefundView;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.domain.SuspenseMove;
import io.jointlending.repayment.repay.domain.SuspenseRefund;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.time.BusinessCalendar;
import java.util.Locale;

/** Takes money from a suspense balance, to be paid back to the customer. */
public final class RefundSuspense {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.requestSuspenseRefund";

    private final OrderNumbers numbers;
    private final IdempotentCommands commands;
    private final SuspenseAccounts suspense;
    private final BusinessCalendar calendar;

    /** Takes from these accounts. */
    public RefundSuspense(
            OrderNumbers numbers, IdempotentCommands commands, SuspenseAccounts suspense, BusinessCalendar calendar) {
        this.numbers = numbers;
        this.commands = commands;
        this.suspense = suspense;
        this.calendar = calendar;
    }

    /** The refund as requested. Codes: A0552, A0409, A0425. */
    public SuspenseRefundView run(SuspenseRefundRequest request) {
        String refundNo = String.format(Locale.ROOT, "S%014d", numbers.nextNumber("repayment"));
        return commands.execute(
                CommandKey.of(OPERATION, request.requestNo()), request, SuspenseRefundView.class, () -> {
                    SuspenseRefund refund =
                            SuspenseRefund.requested(refundNo, request.borrowerNo(), request.amountFen());
                    SuspenseMove.Amount amount = new SuspenseMove.Amount(SuspenseMove.Kind.REFUND, request.amountFen());
                    if (!suspense.move(
                            new SuspenseMove(refundNo, amount, request.borrowerNo(), null, calendar.today()))) {
                        throw new Refusal(
                                ErrorCodes.SUSPENSE_INSUFFICIENT,
                                request.amountFen() + " fen are asked for, the balance is "
                                        + suspense.balance(request.borrowerNo()) + " fen.",
                                "amountFen");
                    }
                    suspense.add(refund, request.operator());
                    return view(refund);
                });
    }

    /** A refund as the contract shows it. */
    static SuspenseRefundView view(SuspenseRefund refund) {
        return new SuspenseRefundView(
                refund.refundNo(),
                refund.borrowerNo(),
                refund.amountFen(),
                refund.status().name());
    }
}
