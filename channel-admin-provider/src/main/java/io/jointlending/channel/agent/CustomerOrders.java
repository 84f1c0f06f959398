package io.jointlending.channel.agent;

import io.jointlending.api.loan.BorrowerOrderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders of customers. */
public interface CustomerOrders {
    /** The newest orders of these borrowers, archived or not. Refuses with B0320. */
    List<BorrowerOrderView> newest(List<String> borrowerNos, @Nullable String beforeOrderNo, int limit);
}
