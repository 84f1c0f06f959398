package io.jointlending.repayment.repay.application;

import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** The stored answer of a repayment of the same caller. */
public final class FindRepayment {
    private final IdempotentCommands commands;

    /** Reads answers of these commands. */
    public FindRepayment(IdempotentCommands commands) {
        this.commands = commands;
    }

    /** The answer. Code: A0404. */
    public RepaymentView run(String requestNo) {
        return commands.findAnswer(CommandKey.of(Repay.OPERATION, requestNo), RepaymentView.class);
    }
}
