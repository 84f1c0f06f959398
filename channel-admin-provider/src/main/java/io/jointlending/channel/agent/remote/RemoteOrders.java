package io.jointlending.channel.agent.remote;

import io.jointlending.api.loan.BorrowerOrderService;
import io.jointlending.api.loan.BorrowerOrderView;
import io.jointlending.api.loan.BorrowerOrdersQuery;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.channel.agent.CustomerOrders;
import io.jointlending.support.remote.Remote;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks loan-provider, as this provider and not as the person: whose orders may be seen was decided here, and the person needs no
 * permission to read orders at large.
 */
public final class RemoteOrders implements CustomerOrders {
    private final Supplier<BorrowerOrderService> orders;

    /** @param orders the contract, looked up when it is first used */
    public RemoteOrders(Supplier<BorrowerOrderService> orders) {
        this.orders = orders;
    }

    @Override
    public List<BorrowerOrderView> newest(List<String> borrowerNos, @Nullable String beforeOrderNo, int limit) {
        String session = CurrentSession.get();
        CurrentSession.set(null);
        try {
            return Remote.call(
                            () -> orders.get().findOrders(new BorrowerOrdersQuery(borrowerNos, beforeOrderNo, limit)))
                    .orders();
        } finally {
            CurrentSession.set(session);
        }
    }
}
