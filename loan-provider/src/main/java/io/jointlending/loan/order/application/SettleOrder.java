package io.jointlending.loan.order.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.order.domain.CreditReturn;
import io.jointlending.loan.order.domain.CreditReturns;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.support.error.Refusal;

/**
 * What the repayment side says of an order: credit comes back, or is taken again, by the cumulative rule of
 * {@link CreditReturn}, and the order is settled, refunded or opened again. Runs inside the transaction of the message. An
 * older sequence changes nothing, so the messages may come in any order.
 *
 * <p>Refuses, which makes a dead letter for a person, an unknown order (A0511), an order that was never active (A0512) and
 * more principal than was lent (A0400).
 */
public final class SettleOrder {
    private static final String PER_PRINCIPAL = "PER_PRINCIPAL";

    private final MasterOrders orders;
    private final CreditReturns returns;
    private final CreditLines creditLines;

    public SettleOrder(MasterOrders orders, CreditReturns returns, CreditLines creditLines) {
        this.orders = orders;
        this.returns = returns;
        this.creditLines = creditLines;
    }

    /**
     * Nothing is owed any more.
     *
     * @param reference key of the message
     */
    public void run(MasterOrderSettled settled, String reference) {
        MasterOrder order = activated(settled.orderNo());
        if (!giveBack(order, settled.sequence(), settled.returnablePrincipalFen())) {
            return;
        }
        if (order.status() == MasterOrderStatus.ACTIVE) {
            boolean refunded = MasterOrderStatus.REFUNDED.name().equals(settled.status());
            orders.move(
                    order,
                    refunded ? order.refunded() : order.settled(),
                    refunded ? Cause.REFUNDED : Cause.SETTLED,
                    reference);
        }
    }

    /** Whether a payment gives credit back before all is settled. */
    public static boolean givesBack(RepaymentPosted posted) {
        return posted.returnablePrincipalFen() != null && PER_PRINCIPAL.equals(posted.creditReturn());
    }

    /** Something was paid: with PER_PRINCIPAL its principal gives credit back at once. */
    public void posted(RepaymentPosted posted) {
        Long cumulativeFen = posted.returnablePrincipalFen();
        if (cumulativeFen != null && givesBack(posted)) {
            giveBack(activated(posted.orderNo()), posted.sequence(), cumulativeFen);
        }
    }

    /**
     * An event was taken back. Credit is taken again whatever is free; a settled order that owes again is active again, and
     * without PER_PRINCIPAL it then holds none of its credit back.
     *
     * @param reference key of the message
     */
    public void reversed(RepaymentReversed reversed, String reference) {
        MasterOrder order = activated(reversed.orderNo());
        boolean holds = reversed.settled() || PER_PRINCIPAL.equals(reversed.creditReturn());
        if (!giveBack(order, reversed.sequence(), holds ? reversed.returnablePrincipalFen() : 0)) {
            return;
        }
        if (order.status() == MasterOrderStatus.SETTLED && !reversed.settled()) {
            orders.move(order, order.reopened(), Cause.REVERSED, reference);
        }
    }

    private MasterOrder activated(String orderNo) {
        MasterOrder order = Orders.lock(orders, orderNo);
        if (!order.status().activated()) {
            throw Orders.wrongState(order, "a settlement");
        }
        return order;
    }

    /** False when something newer was applied. */
    private boolean giveBack(MasterOrder order, long sequence, long cumulativeFen) {
        CreditReturn applied = returns.find(order.orderNo());
        if (!applied.olderThan(sequence)) {
            return false;
        }
        if (cumulativeFen < 0 || cumulativeFen > order.amountFen()) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "Order " + order.orderNo() + " of " + order.amountFen() + " fen cannot give back " + cumulativeFen
                            + " fen of credit.",
                    "returnablePrincipalFen");
        }
        long difference = applied.differenceTo(cumulativeFen);
        creditLines.giveBack(order.borrowerNo(), order.orderNo(), sequence, difference);
        returns.store(new CreditReturn(order.orderNo(), sequence, cumulativeFen));
        return true;
    }
}
