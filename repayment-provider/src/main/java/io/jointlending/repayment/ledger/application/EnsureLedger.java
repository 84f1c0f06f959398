package io.jointlending.repayment.ledger.application;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.remote.Remote;
import java.util.Set;

/**
 * Makes sure that an active order has its ledger: money may come before the message of the activation does. Asks another
 * provider, so it runs before the transaction.
 */
public final class EnsureLedger {
    private static final Set<ErrorCode> NOT_ACTIVE = Set.of(ErrorCodes.ORDER_NOT_FOUND, ErrorCodes.ORDER_STATE);

    private final Ledgers ledgers;
    private final OpenLedger openLedger;
    private final LoanService loans;

    /** Asks this loan service for orders without a ledger. */
    public EnsureLedger(Ledgers ledgers, OpenLedger openLedger, LoanService loans) {
        this.ledgers = ledgers;
        this.openLedger = openLedger;
        this.loans = loans;
    }

    /** Opens the ledger if need be. Codes: A0541 the order is unknown or not active; A0573 it is archived. */
    public void run(String orderNo) {
        if (!ledgers.exists(orderNo)) {
            if (ledgers.archived(orderNo)) {
                throw new Refusal(ErrorCodes.ORDER_ARCHIVED, "orderNo");
            }
            openLedger.run(activation(orderNo));
        }
    }

    private MasterOrderActivated activation(String orderNo) {
        try {
            return Remote.call(() -> loans.findActivation(new OrderQuery(orderNo)));
        } catch (Refusal refusal) {
            if (NOT_ACTIVE.contains(refusal.code())) {
                throw new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo");
            }
            throw refusal;
        }
    }
}
