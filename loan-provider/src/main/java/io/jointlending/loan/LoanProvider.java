package io.jointlending.loan;

import io.jointlending.support.start.ProviderLauncher;

/** Starts the loan provider. */
public final class LoanProvider {
    private LoanProvider() {}

    /** Configuration: {@code jl.*} properties; see application.yml. */
    public static void main(String[] args) {
        ProviderLauncher.run(LoanWiring.class, args);
    }
}
