package io.jointlending.loan.order.domain;

import io.jointlending.support.money.PlannedInstallment;
import java.util.List;

/** What other providers are told, in the running transaction. */
public interface OrderEvents {
    /** The order was paid and is active, with its plan as issued. Told once per order. */
    void activated(MasterOrder order, List<PlannedInstallment> plan);
}
