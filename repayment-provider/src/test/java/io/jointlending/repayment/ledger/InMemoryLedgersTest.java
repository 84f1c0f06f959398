package io.jointlending.repayment.ledger;

import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.memory.BookedLine;
import io.jointlending.repayment.memory.InMemoryLedgers;
import io.jointlending.repayment.memory.InMemorySuspense;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.support.tx.DirectTransactions;
import io.jointlending.support.tx.Transactions;
import java.util.List;

class InMemoryLedgersTest extends LedgersContract {
    private final InMemoryLedgers ledgers = new InMemoryLedgers();
    private final SuspenseAccounts suspense = new InMemorySuspense();

    @Override
    Ledgers ledgers() {
        return ledgers;
    }

    @Override
    SuspenseAccounts suspense() {
        return suspense;
    }

    @Override
    Transactions transactions() {
        return new DirectTransactions();
    }

    @Override
    List<BookedLine> splitLines(String orderNo) {
        return ledgers.splitLines(orderNo);
    }
}
