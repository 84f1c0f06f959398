package io.jointlending.loan.borrower.application;

import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.loan.borrower.domain.Borrower;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;

/** Stores a person's identity and opens the credit line, in one transaction with the stored (masked) answer. */
public final class ActivateBorrower {
    /** Name of this command among the idempotent commands. */
    public static final String OPERATION = "BorrowerService.activate";

    private final IdempotentCommands commands;
    private final BorrowerActivation activation;
    private final Borrowers borrowers;
    private final CreditLines creditLines;

    public ActivateBorrower(
            IdempotentCommands commands, BorrowerActivation activation, Borrowers borrowers, CreditLines creditLines) {
        this.commands = commands;
        this.activation = activation;
        this.borrowers = borrowers;
        this.creditLines = creditLines;
    }

    /** Refuses with A0503, A0504; see {@link BorrowerActivation}. */
    public BorrowerView run(ActivateBorrowerRequest request) {
        CommandKey key = CommandKey.of(OPERATION, request.requestNo());
        return commands.execute(key, ActivationBody.of(request, borrowers), BorrowerView.class, () -> {
            Borrower borrower = activation.run(
                    request.borrowerNo(), Identities.of(request.identity()), request.creditLimitFen(), "");
            return BorrowerViews.of(borrower, creditLines);
        });
    }
}
