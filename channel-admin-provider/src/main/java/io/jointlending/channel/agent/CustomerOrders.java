package io.jointlending.channel.agent;

import io.jointlending.api.loan.BorrowerOrderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders of customers. */
public interface CustomerOrders {
    /** Borrowers that one question can name. */
    int MOST_BORROWERS = 500;

    /** The newest orders of these borrowers, at most {@link #MOST_BORROWERS}. Refuses with B0320. */
    List<BorrowerOrderView> newest(List<String> borrowerNos, @Nullable String beforeOrderNo, int limit);
}
