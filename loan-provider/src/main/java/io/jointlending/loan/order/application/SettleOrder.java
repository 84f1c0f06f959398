package io.jointlending.loan.order.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.order.domain.CreditReturn;
import io.jointlending.loan.order.domain.CreditReturns;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.support.error.Refusal;

/**
 * Nothing is owed any more: gives the credit back by the cumulative rule of {@link CreditReturn} and settles the order.
 * Runs inside the transaction of the message.
 */
public final class SettleOrder {
    private final MasterOrders orders;
    private final CreditReturns returns;
    private final CreditLines creditLines;

    public SettleOrder(MasterOrders orders, CreditReturns returns, CreditLines creditLines) {
        this.orders = orders;
        this.returns = returns;
        this.creditLines = creditLines;
    }

    /**
     * An older sequence changes nothing. Refuses, which makes a dead letter for a person, an unknown order (A0511), an
     * order that was never active (A0512) and more principal than was lent (A0400).
     *
     * @param reference key of the message
     */
    public void run(MasterOrderSettled settled, String reference) {
        MasterOrder order = Orders.require(orders.lock(settled.orderNo()));
        if (!order.status().activated()) {
            throw Orders.wrongState(order, "a settlement");
        }
        CreditReturn applied = returns.find(order.orderNo());
        if (!applied.olderThan(settled.sequence())) {
            return;
        }
        giveBack(order, applied, settled);
        if (order.status() == MasterOrderStatus.ACTIVE) {
            orders.move(order, order.settled(), Cause.SETTLED, reference);
        }
    }

    private void giveBack(MasterOrder order, CreditReturn applied, MasterOrderSettled settled) {
        long cumulativeFen = settled.returnablePrincipalFen();
        if (cumulativeFen < 0 || cumulativeFen > order.amountFen()) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "Order " + order.orderNo() + " of " + order.amountFen() + " fen cannot give back " + cumulativeFen
                            + " fen of credit.",
                    "returnablePrincipalFen");
        }
        long difference = applied.differenceTo(cumulativeFen);
        creditLines.giveBack(order.borrowerNo(), order.orderNo(), settled.sequence(), difference);
        returns.store(new CreditReturn(order.orderNo(), settled.sequence(), cumulativeFen));
    }
}
