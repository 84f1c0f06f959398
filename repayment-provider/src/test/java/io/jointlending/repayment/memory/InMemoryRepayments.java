package io.jointlending.repayment.memory;

import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.MessageTypes;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.support.idempotency.InMemoryCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.RecordedOutbox;
import io.jointlending.support.tx.DirectTransactions;
import java.util.List;

/** The use cases on stores in memory. */
public final class InMemoryRepayments {
    private final InMemoryLedgers ledgers = new InMemoryLedgers();
    private final InMemorySuspense suspense = new InMemorySuspense();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final RepaymentWorld world = new RepaymentWorld(new RepaymentWorld.Stores(
            ledgers,
            suspense,
            new DirectTransactions(),
            InMemoryCommands.create(),
            OrderNumbers.inMemory(),
            outbox.outbox()));

    /** The use cases. */
    public RepaymentWorld world() {
        return world;
    }

    /** The stored ledgers. */
    public InMemoryLedgers ledgers() {
        return ledgers;
    }

    /** Keys of all messages, in order. */
    public List<String> keys() {
        return outbox.keys();
    }

    /** What was told about repayments. */
    public List<RepaymentPosted> posted() {
        return outbox.bodies(MessageTypes.REPAYMENT_POSTED, RepaymentPosted.class);
    }

    /** What was told about reversals. */
    public List<RepaymentReversed> reversed() {
        return outbox.bodies(MessageTypes.REPAYMENT_REVERSED, RepaymentReversed.class);
    }

    /** What was told about settled orders. */
    public List<MasterOrderSettled> settled() {
        return outbox.bodies(MessageTypes.MASTER_ORDER_SETTLED, MasterOrderSettled.class);
    }

    /** Everything that is stored of an order and its customer, to compare: a refusal changes nothing of it. */
    public List<Object> everything(String orderNo) {
        return List.of(
                ledgers.findBook(orderNo),
                ledgers.repayments(),
                ledgers.splitLines(orderNo),
                suspense.balance("B1"),
                outbox.keys());
    }
}
