package io.jointlending.loan.payment.application;

import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.payment.domain.DueQueries;
import io.jointlending.loan.payment.domain.DueQuery;
import io.jointlending.loan.payment.domain.PaymentReport;
import io.jointlending.loan.payment.domain.PaymentResult;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.payment.PaymentAnswer;
import io.jointlending.support.payment.PaymentGateway;
import io.jointlending.support.payment.QueryLadder;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the payment system for results that did not come: one bounded round of the sweeper. Claiming and applying are
 * transactions, asking is not. An instance that dies in between leaves a lease that runs out; asking twice does no harm.
 */
public final class QueryPayments {
    private static final Logger LOG = LoggerFactory.getLogger(QueryPayments.class);
    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final DueQueries queries;
    private final PaymentGateway gateway;
    private final EndPayment endPayment;
    private final RecordDiscrepancy recordDiscrepancy;

    public QueryPayments(
            Transactions transactions,
            DueQueries queries,
            PaymentGateway gateway,
            EndPayment endPayment,
            RecordDiscrepancy recordDiscrepancy) {
        this.transactions = transactions;
        this.queries = queries;
        this.gateway = gateway;
        this.endPayment = endPayment;
        this.recordDiscrepancy = recordDiscrepancy;
    }

    /** One round; answers how many orders it asked for. */
    public int run() {
        List<DueQuery> due = transactions.inTransaction(() -> queries.claim(BATCH, LEASE));
        due.forEach(this::ask);
        return due.size();
    }

    private void ask(DueQuery query) {
        PaymentReport report = report(query, answer(query));
        if (report != null && apply(report)) {
            return;
        }
        // The result stays unknown: ask again, ever more seldom. A step is never skipped by a lost lease.
        Duration wait = QueryLadder.afterQueries(query.attempts() + 1);
        transactions.inTransaction(() -> queries.postpone(query.orderNo(), wait));
    }

    /** How the payment ended, or null while nobody knows: a number that is not known there may still be under way. */
    private static @Nullable PaymentReport report(DueQuery query, PaymentAnswer answer) {
        if (answer instanceof PaymentAnswer.Done done) {
            return new PaymentReport(query.orderNo(), done.reference(), PaymentResult.SUCCESS, done.amountFen());
        }
        if (answer instanceof PaymentAnswer.Refused refused) {
            return new PaymentReport(query.orderNo(), refused.reference(), PaymentResult.FAILED, query.amountFen());
        }
        return null;
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // one order whose answer breaks must not hold up the others
    private PaymentAnswer answer(DueQuery query) {
        PaymentAnswer answer;
        try {
            answer = gateway.query(query.orderNo());
        } catch (RuntimeException e) {
            LOG.warn("payment query broke order={} attempts={}", query.orderNo(), query.attempts(), e);
            return new PaymentAnswer.Unknown(e.toString());
        }
        if (answer instanceof PaymentAnswer.Unknown unknown) {
            LOG.info(
                    "payment unknown order={} attempts={} why={}",
                    query.orderNo(),
                    query.attempts() + 1,
                    unknown.why());
        }
        return answer;
    }

    /** True when the order has ended, by this answer or before it; false when the answer cannot be applied. */
    private boolean apply(PaymentReport report) {
        try {
            transactions.inTransaction(() -> endPayment.run(report, Cause.PAYMENT_QUERY));
            return true;
        } catch (Refusal refusal) {
            // Nobody is waiting for this refusal, so a person must see it.
            recordDiscrepancy.run(report);
            LOG.warn(
                    "payment answer refused order={} code={}",
                    report.orderNo(),
                    refusal.code().code());
            return false;
        }
    }
}
