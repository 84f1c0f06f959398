package io.jointlending.loan.payment.application;

import io.jointlending.loan.order.application.Orders;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.payment.domain.Discrepancies;
import io.jointlending.loan.payment.domain.Discrepancy;
import io.jointlending.loan.payment.domain.PaymentReport;
import io.jointlending.loan.payment.domain.PaymentVerdict;
import io.jointlending.support.tx.Transactions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a contradicting payment report for a person, in a transaction of its own: the refusal that it belongs to rolls
 * the command back. The caller is answered only after this commit, so that no answered contradiction is ever lost.
 */
public final class RecordDiscrepancy {
    private static final Logger LOG = LoggerFactory.getLogger(RecordDiscrepancy.class);

    private final Transactions transactions;
    private final MasterOrders orders;
    private final Discrepancies discrepancies;

    public RecordDiscrepancy(Transactions transactions, MasterOrders orders, Discrepancies discrepancies) {
        this.transactions = transactions;
        this.orders = orders;
        this.discrepancies = discrepancies;
    }

    /** Records what is wrong with the report, if anything is. */
    public void run(PaymentReport report) {
        transactions.inTransaction(() -> {
            MasterOrder order = Orders.lock(orders, report.orderNo());
            reason(PaymentVerdict.of(order, report)).ifPresent(reason -> {
                discrepancies.add(new Discrepancy(reason, order, report));
                LOG.warn(
                        "payment discrepancy order={} status={} reason={} payment={} result={} amountFen={}",
                        order.orderNo(),
                        order.status().code(),
                        reason,
                        report.paymentNo(),
                        report.result(),
                        report.amountFen());
            });
        });
    }

    private static Optional<Discrepancy.Reason> reason(PaymentVerdict verdict) {
        return switch (verdict) {
            case CONTRADICTS -> Optional.of(Discrepancy.Reason.CONTRADICTS);
            case SECOND_PAYMENT -> Optional.of(Discrepancy.Reason.SECOND_PAYMENT);
            case AMOUNT_DIFFERS -> Optional.of(Discrepancy.Reason.AMOUNT);
            case TOO_EARLY, ENDS, REPEATS -> Optional.empty();
        };
    }
}
