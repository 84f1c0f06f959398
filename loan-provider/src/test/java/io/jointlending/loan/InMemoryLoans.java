package io.jointlending.loan;

import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.loan.memory.InMemoryBorrowers;
import io.jointlending.loan.memory.InMemoryCreditLines;
import io.jointlending.loan.memory.InMemoryCreditReturns;
import io.jointlending.loan.memory.InMemoryDiscrepancies;
import io.jointlending.loan.memory.InMemoryMasterOrders;
import io.jointlending.loan.memory.LoanWorld;
import io.jointlending.loan.order.messaging.OutboxOrderEvents;
import io.jointlending.support.idempotency.InMemoryCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.tx.DirectTransactions;
import java.util.List;

/** Everything in memory. */
final class InMemoryLoans implements LoanSetting {
    private final InMemoryMasterOrders orders = new InMemoryMasterOrders();
    private final InMemoryDiscrepancies discrepancies = new InMemoryDiscrepancies();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final LoanWorld world = new LoanWorld(
            new LoanWorld.Stores(
                    new InMemoryBorrowers(),
                    new InMemoryCreditLines(),
                    orders,
                    new InMemoryCreditReturns(),
                    discrepancies,
                    orders,
                    new OutboxOrderEvents(outbox.outbox())),
            new DirectTransactions(),
            InMemoryCommands.create(),
            OrderNumbers.inMemory());

    @Override
    public LoanWorld world() {
        return world;
    }

    @Override
    public List<MasterOrderActivated> told(String orderNo) {
        return outbox.bodies(MessageTypes.MASTER_ORDER_ACTIVATED, MasterOrderActivated.class).stream()
                .filter(message -> message.orderNo().equals(orderNo))
                .toList();
    }

    @Override
    public List<String> discrepancies(String orderNo) {
        return discrepancies.all().stream()
                .filter(found -> found.order().orderNo().equals(orderNo))
                .map(found -> found.reason().name())
                .toList();
    }

    /** In memory every waiting order is due. */
    @Override
    public void dueNow() {}

    InMemoryMasterOrders orders() {
        return orders;
    }

    RecordedOutbox outbox() {
        return outbox;
    }
}
