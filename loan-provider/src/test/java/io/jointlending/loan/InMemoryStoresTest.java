package io.jointlending.loan;

import io.jointlending.loan.memory.InMemoryBorrowers;
import io.jointlending.loan.memory.InMemoryCreditLines;
import io.jointlending.loan.memory.InMemoryCreditReturns;
import io.jointlending.loan.memory.InMemoryDiscrepancies;
import io.jointlending.loan.memory.InMemoryMasterOrders;
import io.jointlending.loan.memory.LoanWorld;

class InMemoryStoresTest extends StoresContract {
    private final InMemoryMasterOrders orders = new InMemoryMasterOrders();
    private final LoanWorld.Stores stores = new LoanWorld.Stores(
            new InMemoryBorrowers(),
            new InMemoryCreditLines(),
            orders,
            new InMemoryCreditReturns(),
            new InMemoryDiscrepancies(),
            orders,
            (order, plan) -> {});

    @Override
    LoanWorld.Stores stores() {
        return stores;
    }
}
