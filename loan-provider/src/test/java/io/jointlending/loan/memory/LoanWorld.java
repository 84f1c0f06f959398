package io.jointlending.loan.memory;

import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.message.MasterOrderSettled;
import io.jointlending.api.message.RepaymentPosted;
import io.jointlending.api.message.RepaymentReversed;
import io.jointlending.loan.borrower.application.ActivateBorrower;
import io.jointlending.loan.borrower.application.BorrowerActivation;
import io.jointlending.loan.borrower.application.FindBorrower;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.order.application.LoanOut;
import io.jointlending.loan.order.application.PayOut;
import io.jointlending.loan.order.application.SettleOrder;
import io.jointlending.loan.order.application.SubmitLoan;
import io.jointlending.loan.order.domain.CreditReturns;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.OrderEvents;
import io.jointlending.loan.payment.application.EndPayment;
import io.jointlending.loan.payment.application.QueryPayments;
import io.jointlending.loan.payment.application.ReceivePaymentResult;
import io.jointlending.loan.payment.application.RecordDiscrepancy;
import io.jointlending.loan.payment.domain.Discrepancies;
import io.jointlending.loan.payment.domain.DueQueries;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.payment.Deduction;
import io.jointlending.support.payment.PaymentAnswer;
import io.jointlending.support.payment.PaymentGateway;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The use cases of the provider over any stores, and short words for what tests do with them. */
public final class LoanWorld {
    /** Every test's business date: a month's end, so that due dates are the interesting ones. */
    public static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    /** Credit limit of {@link #activate}: 10,000.00 yuan. */
    public static final long LIMIT_FEN = 1_000_000;

    /** Products to set. */
    public final SettableProducts products = new SettableProducts();

    /** Channels to set. */
    public final SettableChannels channels = new SettableChannels();

    private final Stores stores;
    private final Transactions transactions;
    private final SubmitLoan submit;
    private final LoanOut loanOut;
    private final ActivateBorrower activate;
    private final FindBorrower findBorrower;
    private final ReceivePaymentResult receive;
    private final EndPayment endPayment;
    private final RecordDiscrepancy recordDiscrepancy;
    private final SettleOrder settle;
    private final AtomicInteger requests = new AtomicInteger();

    /** What the use cases keep their state in. */
    public record Stores(
            Borrowers borrowers,
            CreditLines creditLines,
            MasterOrders orders,
            CreditReturns returns,
            Discrepancies discrepancies,
            DueQueries queries,
            OrderEvents events) {}

    /** Builds the use cases. */
    public LoanWorld(Stores stores, Transactions transactions, IdempotentCommands commands, OrderNumbers numbers) {
        this.stores = stores;
        this.transactions = transactions;
        BusinessCalendar calendar = BusinessCalendar.fixed(TODAY);
        BorrowerActivation activation = new BorrowerActivation(stores.borrowers(), stores.creditLines());
        PayOut payOut = new PayOut(stores.orders(), stores.borrowers(), stores.creditLines(), activation);
        submit = new SubmitLoan(commands, products, channels, numbers, calendar, stores.orders());
        loanOut = new LoanOut(commands, products, calendar, stores.orders(), stores.borrowers(), payOut);
        activate = new ActivateBorrower(commands, activation, stores.borrowers(), stores.creditLines());
        findBorrower = new FindBorrower(stores.borrowers(), stores.creditLines());
        endPayment = new EndPayment(stores.orders(), stores.creditLines(), stores.events());
        recordDiscrepancy = new RecordDiscrepancy(transactions, stores.orders(), stores.discrepancies());
        receive = new ReceivePaymentResult(commands, endPayment, recordDiscrepancy);
        settle = new SettleOrder(stores.orders(), stores.returns(), stores.creditLines());
    }

    /** The stores. */
    public Stores stores() {
        return stores;
    }

    /** A request number never used before. */
    public String requestNo() {
        return "R-" + requests.incrementAndGet();
    }

    /** Obviously invented facts; another number, another person. */
    public static IdentityFacts person(int number) {
        return new IdentityFacts(
                "测试" + number,
                "11010119000101%04d".formatted(number),
                "1000000%04d".formatted(number),
                "622200000000%04d".formatted(number));
    }

    /** An activation with {@link #LIMIT_FEN}. */
    public ActivateBorrowerRequest activation(String borrowerNo, IdentityFacts person) {
        return new ActivateBorrowerRequest(requestNo(), borrowerNo, person, LIMIT_FEN);
    }

    /** Activates a borrower. */
    public BorrowerView activate(String borrowerNo, IdentityFacts person) {
        return activate.run(activation(borrowerNo, person));
    }

    /** Runs an activation as given. */
    public BorrowerView activate(ActivateBorrowerRequest request) {
        return activate.run(request);
    }

    /** The borrower now. */
    public BorrowerView borrower(String borrowerNo) {
        return findBorrower.run(borrowerNo);
    }

    /** A request over three installments of the first product. */
    public SubmitLoanRequest submission(String borrowerNo, long amountFen) {
        return new SubmitLoanRequest(requestNo(), borrowerNo, SettableProducts.CODE, null, amountFen, 3);
    }

    /** The same by a channel. */
    public SubmitLoanRequest submissionBy(String channelCode, String borrowerNo, long amountFen) {
        return new SubmitLoanRequest(requestNo(), borrowerNo, SettableProducts.CODE, null, amountFen, 3, channelCode);
    }

    /** Submits and answers the order number. */
    public String submit(String borrowerNo, long amountFen) {
        return submit.run(submission(borrowerNo, amountFen)).orderNo();
    }

    /** The use case itself. */
    public SubmitLoan submit() {
        return submit;
    }

    /** Pays an order out, without activation. */
    public LoanOutView loanOut(String orderNo) {
        return loanOut(new LoanOutRequest(requestNo(), orderNo, null));
    }

    /** Runs a loan out as given. */
    public LoanOutView loanOut(LoanOutRequest request) {
        return loanOut.run(request);
    }

    /** An order of an active borrower, paid out. */
    public String paidOut(String borrowerNo, long amountFen) {
        String orderNo = submit(borrowerNo, amountFen);
        loanOut(orderNo);
        return orderNo;
    }

    /** Reports a payment under a new request number. */
    public PaymentResultView report(String orderNo, String paymentNo, String result, long amountFen) {
        return report(new PaymentResultRequest(requestNo(), orderNo, paymentNo, result, amountFen));
    }

    /** Reports a payment as given. */
    public PaymentResultView report(PaymentResultRequest request) {
        return receive.run(request);
    }

    /** One round of questions to a payment system that answers so. */
    public int query(Function<String, PaymentAnswer> answers) {
        PaymentGateway gateway = new PaymentGateway() {
            @Override
            public PaymentAnswer deduct(Deduction deduction) {
                throw new IllegalStateException("the loan side deducts nothing: " + deduction);
            }

            @Override
            public PaymentAnswer query(String paymentNo) {
                return answers.apply(paymentNo);
            }
        };
        return new QueryPayments(transactions, stores.queries(), gateway, endPayment, recordDiscrepancy).run();
    }

    /** Hears that an order is settled. */
    public void settled(String orderNo, long sequence, long returnableFen) {
        MasterOrderSettled message = new MasterOrderSettled(orderNo, sequence, returnableFen, TODAY, null);
        transactions.inTransaction(() -> settle.run(message, "settled-" + orderNo + "-" + sequence));
    }

    /** Hears that the purchase of an order was refunded. */
    public void refunded(String orderNo, long sequence, long returnableFen) {
        MasterOrderSettled message = new MasterOrderSettled(orderNo, sequence, returnableFen, TODAY, "REFUNDED");
        transactions.inTransaction(() -> settle.run(message, "settled-" + orderNo + "-" + sequence));
    }

    /** Hears that something was paid. */
    public void posted(String orderNo, long sequence, long returnableFen, String creditReturn) {
        RepaymentPosted message = new RepaymentPosted(
                orderNo, "R1", sequence, 1L, 0L, TODAY, false, "PAYMENT", returnableFen, creditReturn);
        transactions.inTransaction(() -> settle.posted(message));
    }

    /** Hears that something was taken back. */
    public void reversed(String orderNo, long sequence, long returnableFen, String creditReturn, boolean stillSettled) {
        RepaymentReversed message = new RepaymentReversed(
                orderNo, "R2", sequence, 1L, 1L, returnableFen, creditReturn, stillSettled, TODAY, false);
        transactions.inTransaction(() -> settle.reversed(message, "reversed-" + orderNo + "-" + sequence));
    }

    /** The state of an order. */
    public int status(String orderNo) {
        return stores.orders().find(orderNo).orElseThrow().status().code();
    }
}
