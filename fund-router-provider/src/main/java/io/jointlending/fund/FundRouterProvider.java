package io.jointlending.fund;

import io.jointlending.fund.exchange.callback.CallbackServer;
import io.jointlending.support.start.ProviderLauncher;

/** Starts fund-router-provider: who funds an order, and the sub-orders that come of it. */
public final class FundRouterProvider {
    private FundRouterProvider() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        // the JDK reads these bounds once, and the operators' HTTP server comes first
        CallbackServer.boundSlowClients();
        ProviderLauncher.run(FundRouterWiring.class, args);
    }
}
