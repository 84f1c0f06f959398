package io.jointlending.repayment;

import io.jointlending.support.start.ProviderLauncher;

/** Starts repayment-provider: what is due and settled, for master orders and sub-orders. */
public final class RepaymentProvider {
    private RepaymentProvider() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        ProviderLauncher.run(RepaymentWiring.class, args);
    }
}
