package io.jointlending.system.drill;

import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.system.client.CallFailed;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.People;
import io.jointlending.system.client.Services;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lends and collects as a stubborn consumer: every command is repeated under its number until it is answered. */
final class LoanMaker {
    static final String PRODUCT = "LOAN-OWNER-HEXINHOUSE-A";
    private static final long AMOUNT_FEN = 120_000;
    private static final int INSTALLMENTS = 3;
    private static final long RECEIPT_FEN = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 200;

    private final Services services;
    private final @Nullable String scheme;
    private final Calls calls = new Calls();
    private final People people = People.now();
    private final AtomicInteger loans = new AtomicInteger();
    private final AtomicLong repeats = new AtomicLong();

    LoanMaker(Services services) {
        this(services, "JOINT-70-30");
    }

    /** Lends by one ratio scheme, or, with none, as the route of the product or the product itself decides. */
    LoanMaker(Services services, @Nullable String scheme) {
        this.services = services;
        this.scheme = scheme;
    }

    /** How often a command had to be repeated. */
    long repeats() {
        return repeats.get();
    }

    /** An order that waits for the result of its payment. */
    Order lent() {
        int number = loans.incrementAndGet();
        String label = "drill-" + number;
        String borrower = people.borrowerNo(label);
        answered(
                "activate",
                services.borrowers()::activate,
                new ActivateBorrowerRequest(no(label, "activate"), borrower, people.identity(number), AMOUNT_FEN));
        String orderNo = answered(
                        "submit",
                        services.loans()::submit,
                        new SubmitLoanRequest(no(label, "submit"), borrower, PRODUCT, scheme, AMOUNT_FEN, INSTALLMENTS))
                .orderNo();
        answered("loan out", services.loans()::loanOut, new LoanOutRequest(no(label, "out"), orderNo, null));
        return new Order(label, orderNo);
    }

    /** The payment system reports success: the business call that writes a message. Returns how long the answer took. */
    long paid(Order order) {
        PaymentResultRequest request = new PaymentResultRequest(
                no(order.label(), "paid"),
                order.orderNo(),
                no(order.label(), "payment"),
                PaymentResultRequest.SUCCESS,
                AMOUNT_FEN);
        long begun = System.nanoTime();
        answered("payment result", services.payments()::onResult, request);
        return System.nanoTime() - begun;
    }

    /** Books one receipt. */
    void repaid(Order order) {
        answered(
                "repay",
                services.repayments()::repay,
                new RepayRequest(
                        no(order.label(), "repay"),
                        order.orderNo(),
                        RECEIPT_FEN,
                        no(order.label(), "receipt"),
                        null,
                        null));
    }

    private <Q, T> T answered(String what, Function<Q, RpcResult<T>> method, Q request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return calls.once(what, method, request);
            } catch (CallFailed e) {
                repeats.incrementAndGet();
                boolean refused = e.code().startsWith("A") && !e.code().equals("A0425");
                if (refused || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private String no(String label, String act) {
        return people.run() + "-" + label + "-" + act;
    }

    /**
     * An order of the drill.
     *
     * @param label names it in this run
     */
    record Order(String label, String orderNo) {}
}
