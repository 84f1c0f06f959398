package io.jointlending.repayment;

import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.memory.RepaymentWorld;
import io.jointlending.repayment.repay.persistence.MyBatisSuspenseAccounts;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;

/** The use cases on the tables of this provider. */
public final class StoredRepayments {
    private StoredRepayments() {}

    /** The use cases on the tables of this database. */
    public static RepaymentWorld on(RepaymentDatabase database) {
        return new RepaymentWorld(new RepaymentWorld.Stores(
                new MyBatisLedgers(database.session()),
                new MyBatisSuspenseAccounts(database.session()),
                database.transactions(),
                IdempotentCommands.stored(database.transactions(), database.session()),
                OrderNumbers.stored(database.transactions(), database.session()),
                database.outbox()));
    }
}
