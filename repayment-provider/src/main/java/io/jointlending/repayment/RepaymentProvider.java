package io.jointlending.repayment;

import io.jointlending.support.start.ProviderLauncher;

/** Starts repayment-provider: the ledger of master orders and sub-orders, quotes, repayments. */
public final class RepaymentProvider {
    private RepaymentProvider() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        ProviderLauncher.run(RepaymentWiring.class, args);
    }
}
