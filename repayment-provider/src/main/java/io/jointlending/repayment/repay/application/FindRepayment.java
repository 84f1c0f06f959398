package io.jointlending.repayment.repay.application;

import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** The stored answer of a command of the same caller. */
public final class FindRepayment {
    private final IdempotentCommands commands;

    /** Reads answers of these commands. */
    public FindRepayment(IdempotentCommands commands) {
        this.commands = commands;
    }

    /**
     * The answer. Code: A0404.
     *
     * @param operation name of the command in idempotency keys
     */
    public <A> A run(String operation, String requestNo, Class<A> answer) {
        return commands.findAnswer(CommandKey.of(operation, requestNo), answer);
    }
}
