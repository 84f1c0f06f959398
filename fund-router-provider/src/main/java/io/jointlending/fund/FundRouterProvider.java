package io.jointlending.fund;

import io.jointlending.support.start.ProviderLauncher;

/** Starts fund-router-provider: who funds an order, and the sub-orders that come of it. */
public final class FundRouterProvider {
    private FundRouterProvider() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        ProviderLauncher.run(FundRouterWiring.class, args);
    }
}
