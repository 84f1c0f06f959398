package io.jointlending.repayment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.repayment.database.RepaymentDatabase;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.persistence.MyBatisLedgers;
import io.jointlending.repayment.memory.BookedLine;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.persistence.MyBatisSuspenseAccounts;
import io.jointlending.support.tx.Transactions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class MyBatisLedgersIT extends LedgersContract {
    private static final RepaymentDatabase DATABASE = new RepaymentDatabase();

    private final Ledgers ledgers = new MyBatisLedgers(DATABASE.session());
    private final SuspenseAccounts suspense = new MyBatisSuspenseAccounts(DATABASE.session());

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
        return DATABASE.transactions();
    }

    @Override
    List<BookedLine> splitLines(String orderNo) {
        return DATABASE.splitLines(orderNo);
    }

    @AfterEach
    void every_money_rule_of_the_schema_holds() {
        assertThat(DATABASE.brokenRules()).isEmpty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }
}
