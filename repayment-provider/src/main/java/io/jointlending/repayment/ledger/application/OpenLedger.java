package io.jointlending.repayment.ledger.application;

import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.Rounding;
import io.jointlending.support.tx.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the ledger of an activated master order, from the plan as issued. Opening it twice is the same as once. */
public final class OpenLedger {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLedger.class);

    private final Ledgers ledgers;
    private final Transactions transactions;

    /** Opens in these ledgers. */
    public OpenLedger(Ledgers ledgers, Transactions transactions) {
        this.ledgers = ledgers;
        this.transactions = transactions;
    }

    /** Opens the ledger if the order has none. */
    public void run(MasterOrderActivated activation) {
        Ledger ledger = ledger(activation);
        boolean opened = transactions.inTransaction(() -> ledgers.open(ledger));
        if (opened) {
            LOG.info("ledger opened orderNo={} principalFen={}", activation.orderNo(), activation.principalFen());
        }
    }

    private static Ledger ledger(MasterOrderActivated activation) {
        PenaltyTerms penalty = new PenaltyTerms(
                activation.penaltyDailyRate(), activation.penaltyGraceDays(), Rounding.valueOf(activation.rounding()));
        return new Ledger(
                LedgerHead.opened(
                        activation.orderNo(),
                        activation.borrowerNo(),
                        activation.principalFen(),
                        activation.startDate(),
                        activation.planVersion(),
                        penalty),
                activation.installments().stream().map(OpenLedger::installment).toList());
    }

    private static LedgerInstallment installment(InstallmentView planned) {
        return LedgerInstallment.opened(
                planned.installmentNo(),
                planned.dueDate(),
                planned.principalFen(),
                planned.interestFen(),
                planned.feeFen());
    }
}
