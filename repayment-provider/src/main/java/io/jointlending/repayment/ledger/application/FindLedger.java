package io.jointlending.repayment.ledger.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.repayment.ledger.domain.LedgerBook;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.tx.Transactions;
import java.util.Optional;

/** Reads a ledger with its sub-ledgers. */
public final class FindLedger {
    private final EnsureLedger ensureLedger;
    private final Ledgers ledgers;
    private final Transactions transactions;

    /** Reads from these ledgers. */
    public FindLedger(EnsureLedger ensureLedger, Ledgers ledgers, Transactions transactions) {
        this.ensureLedger = ensureLedger;
        this.ledgers = ledgers;
        this.transactions = transactions;
    }

    /** The ledger now, or as it was archived. Code: A0541. */
    public LedgerView run(String orderNo) {
        return LedgerViews.of(find(orderNo).orElseGet(() -> {
            ensureLedger.run(orderNo);
            return find(orderNo).orElseThrow(() -> new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo"));
        }));
    }

    private Optional<LedgerBook> find(String orderNo) {
        return transactions.inTransaction(() -> ledgers.findBook(orderNo).or(() -> ledgers.findArchivedBook(orderNo)));
    }
}
