package io.jointlending.repayment.collection.application;

import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.collection.domain.CollectionAttempt;
import io.jointlending.repayment.collection.domain.CollectionAttempts;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.repay.application.Repay;
import io.jointlending.support.alarm.Alarm;
import io.jointlending.support.alarm.Alarms;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.payment.Deduction;
import io.jointlending.support.payment.PaymentAnswer;
import io.jointlending.support.payment.PaymentGateway;
import io.jointlending.support.payment.QueryLadder;
import io.jointlending.support.tx.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what is due of one order. The attempt is written before the call and moves only by an answer: an unknown result
 * stays unknown until the payment system says what became of it. Whoever comes twice finds the attempt and leaves it.
 */
public final class CollectOrder {
    private static final Logger LOG = LoggerFactory.getLogger(CollectOrder.class);
    /** How long a request may be under way to the payment system without being known there. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(30);

    private static final int IN_A_ROW = 3;

    private final CollectionAttempts attempts;
    private final QuoteRepayment quotes;
    private final PaymentGateway gateway;
    private final Repay repay;
    private final Transactions transactions;
    private final Alarms alarms;

    /** Collects through this payment system. Attempts and alarms share one data source. */
    public CollectOrder(
            CollectionAttempts attempts,
            QuoteRepayment quotes,
            PaymentGateway gateway,
            Repay repay,
            Transactions transactions,
            Alarms alarms) {
        this.attempts = attempts;
        this.quotes = quotes;
        this.gateway = gateway;
        this.repay = repay;
        this.transactions = transactions;
        this.alarms = alarms;
    }

    /** The attempt of today; nothing if nothing is due any more, or if it was sent before. */
    void run(String orderNo, LocalDate today) {
        Optional<CollectionAttempt> known = transactions.inTransaction(() -> attempts.find(orderNo, today));
        CollectionAttempt attempt = known.orElseGet(
                () -> CollectionAttempt.init(orderNo, today, quotes.run(orderNo).dueFen()));
        if (attempt.amountFen() == 0 || (known.isEmpty() && !transactions.inTransaction(() -> attempts.add(attempt)))) {
            return;
        }
        send(attempt);
    }

    /** Sends an attempt that was not sent yet. */
    void send(CollectionAttempt attempt) {
        if (transactions.inTransaction(() -> attempts.send(attempt))) {
            apply(
                    attempt,
                    asked(
                            attempt,
                            () -> gateway.deduct(
                                    new Deduction(attempt.paymentNo(), attempt.orderNo(), attempt.amountFen()))));
        }
    }

    /** Asks what became of an attempt that was sent. */
    void query(CollectionAttempt attempt) {
        apply(attempt, asked(attempt, () -> gateway.query(attempt.paymentNo())));
    }

    /** Books money that is here. */
    void post(CollectionAttempt attempt, String reference) {
        RepaymentView booked;
        try {
            booked = repay.run(new RepayRequest(
                    attempt.paymentNo(), attempt.orderNo(), attempt.amountFen(), reference, null, null));
        } catch (Refusal refusal) {
            // Money is here that cannot be booked: it stays PAID, and a person must see it.
            LOG.error(
                    "collected money is not booked order={} paymentNo={} code={} {}",
                    attempt.orderNo(),
                    attempt.paymentNo(),
                    refusal.code().code(),
                    refusal.getMessage());
            postpone(attempt, refusal.code().code() + " " + refusal.getMessage());
            return;
        }
        transactions.inTransaction(() -> attempts.posted(attempt, booked.repaymentNo()));
        LOG.info(
                "collected order={} paymentNo={} fen={} repaymentNo={}",
                attempt.orderNo(),
                attempt.paymentNo(),
                attempt.amountFen(),
                booked.repaymentNo());
    }

    /** Ends an attempt that took nothing; a person is told of an order of which nothing could be taken several times in a row. */
    void fail(CollectionAttempt attempt, String reason) {
        boolean failed = transactions.inTransaction(() -> {
            boolean moved = attempts.fail(attempt, reason);
            if (moved && attempts.failedInARow(attempt.orderNo(), IN_A_ROW) == IN_A_ROW) {
                alarms.raise(new Alarm(
                        "COLLECTION_FAILS",
                        attempt.orderNo(),
                        "the last " + IN_A_ROW + " collections took nothing, this one because: " + reason));
            }
            return moved;
        });
        if (failed) {
            LOG.info(
                    "collection failed order={} paymentNo={} reason={}",
                    attempt.orderNo(),
                    attempt.paymentNo(),
                    reason);
        }
    }

    private void apply(CollectionAttempt before, PaymentAnswer answer) {
        CollectionAttempt attempt = before.deducting();
        if (answer instanceof PaymentAnswer.Done taken && taken.amountFen() == attempt.amountFen()) {
            if (transactions.inTransaction(() -> attempts.paid(attempt, taken.reference()))) {
                post(attempt.paid(taken.reference()), taken.reference());
            }
        } else if (answer instanceof PaymentAnswer.Done taken) {
            LOG.error(
                    "payment system took another amount paymentNo={} asked={} taken={}",
                    attempt.paymentNo(),
                    attempt.amountFen(),
                    taken.amountFen());
            postpone(attempt, "took " + taken.amountFen() + " fen");
        } else if (answer instanceof PaymentAnswer.Refused refused) {
            fail(attempt, refused.why());
        } else if (answer instanceof PaymentAnswer.NotFound && attempt.sentSeconds() > IN_FLIGHT.toSeconds()) {
            fail(attempt, "unknown to the payment system " + attempt.sentSeconds() + " s after it was sent");
        } else {
            postpone(attempt, answer instanceof PaymentAnswer.Unknown unknown ? unknown.why() : "not known there yet");
        }
    }

    private void postpone(CollectionAttempt attempt, String reason) {
        transactions.inTransaction(
                () -> attempts.postpone(attempt, QueryLadder.afterQueries(attempt.queries()), reason));
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // a call that breaks has an unknown outcome: it must not end the run
    private static PaymentAnswer asked(CollectionAttempt attempt, Supplier<PaymentAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            LOG.warn("payment system broke paymentNo={}", attempt.paymentNo(), e);
            return new PaymentAnswer.Unknown(e.toString());
        }
    }
}
