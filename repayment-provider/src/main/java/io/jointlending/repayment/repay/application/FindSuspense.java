package io.jointlending.repayment.repay.application;

import io.jointlending.api.repayment.SuspenseView;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;

/** The suspense balance of a customer. */
public final class FindSuspense {
    private final SuspenseAccounts accounts;

    /** Reads from these accounts. */
    public FindSuspense(SuspenseAccounts accounts) {
        this.accounts = accounts;
    }

    /** The balance, 0 when there never was one. */
    public SuspenseView run(String borrowerNo) {
        return new SuspenseView(borrowerNo, accounts.balance(borrowerNo));
    }
}
