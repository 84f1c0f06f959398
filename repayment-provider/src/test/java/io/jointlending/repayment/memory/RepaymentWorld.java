package io.jointlending.repayment.memory;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.api.message.SubOrderShare;
import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.repayment.QuoteView;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.repayment.ledger.application.FindLedger;
import io.jointlending.repayment.ledger.application.OpenLedger;
import io.jointlending.repayment.ledger.application.OpenSubLedgers;
import io.jointlending.repayment.ledger.domain.Composition;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.TestLedgers;
import io.jointlending.repayment.quote.application.ComputeQuote;
import io.jointlending.repayment.quote.application.QuotePayOff;
import io.jointlending.repayment.quote.application.QuoteRepayment;
import io.jointlending.repayment.repay.application.FindRepayment;
import io.jointlending.repayment.repay.application.FindSplit;
import io.jointlending.repayment.repay.application.FindSuspense;
import io.jointlending.repayment.repay.domain.SuspenseAccounts;
import io.jointlending.repayment.repay.rpc.RepaymentCommands;
import io.jointlending.repayment.repay.rpc.RepaymentQueries;
import io.jointlending.repayment.repay.rpc.RepaymentRpc;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The use cases of this provider as the wiring puts them together, on stores of the test's choice. */
public final class RepaymentWorld {
    /** Where everything is kept. */
    public record Stores(
            Ledgers ledgers,
            SuspenseAccounts suspense,
            Transactions transactions,
            IdempotentCommands commands,
            OrderNumbers numbers,
            Outbox outbox) {}

    private final AtomicLong numbers = new AtomicLong();
    private final KnownOrders loans = new KnownOrders();
    private final BusinessCalendar calendar = BusinessCalendar.fixed(TestLedgers.START);
    private final OpenLedger openLedger;
    private final OpenSubLedgers openSubLedgers;
    private final RepaymentService service;

    /** On these stores, on the day on which the ledgers of {@link TestLedgers} start. */
    public RepaymentWorld(Stores stores) {
        Ledgers ledgers = stores.ledgers();
        Transactions transactions = stores.transactions();
        openLedger = new OpenLedger(ledgers, transactions);
        openSubLedgers = new OpenSubLedgers(ledgers, transactions, stores.outbox(), calendar);
        EnsureLedger ensureLedger = new EnsureLedger(ledgers, openLedger, loans);
        service = new RepaymentRpc(
                new RepaymentQueries(
                        new QuoteRepayment(
                                ensureLedger,
                                new InMemoryQuotes(ledgers, transactions),
                                new ComputeQuote(ledgers, transactions),
                                calendar),
                        new QuotePayOff(ensureLedger, ledgers, transactions, calendar),
                        new FindRepayment(stores.commands()),
                        new FindLedger(ensureLedger, ledgers, transactions),
                        new FindSuspense(stores.suspense()),
                        new FindSplit(ledgers)),
                RepaymentCommands.on(
                        ensureLedger,
                        ledgers,
                        stores.suspense(),
                        stores.numbers(),
                        stores.commands(),
                        stores.outbox(),
                        calendar));
    }

    /** The contract, for commands that have no shorthand here. */
    public RepaymentService service() {
        return service;
    }

    /** A new number for a request, a receipt or the like. */
    public long number() {
        return numbers.incrementAndGet();
    }

    /** What loan-provider knows. */
    public KnownOrders loans() {
        return loans;
    }

    /** Today. */
    public BusinessCalendar calendar() {
        return calendar;
    }

    /** The message that an order became active, heard. */
    public void activated(Ledger ledger) {
        openLedger.run(activation(ledger));
    }

    /** The message with the final composition, heard. */
    public void funded(SubOrdersCreated created) {
        openSubLedgers.run(created);
    }

    /** Repays without a quote, with a receipt of its own. */
    public RepaymentView repay(String orderNo, long fen) {
        return repay(request(orderNo, fen, null));
    }

    /** Repays. */
    public RepaymentView repay(RepayRequest request) {
        return data(service.repay(request));
    }

    /** A request under a new number with a new receipt. */
    public RepayRequest request(String orderNo, long fen, @Nullable String quoteToken) {
        long number = numbers.incrementAndGet();
        return new RepayRequest("R-" + number, orderNo, fen, "P-" + number, quoteToken, null);
    }

    /** The stored answer. */
    public RepaymentView stored(String requestNo) {
        return data(service.queryRepayByRequestNo(new RequestNoQuery(requestNo)));
    }

    /** The quote of today. */
    public QuoteView quote(String orderNo) {
        return data(service.quote(new QuoteRequest(orderNo)));
    }

    /** The ledger now. */
    public LedgerView ledger(String orderNo) {
        return data(service.findLedger(new OrderQuery(orderNo)));
    }

    /** The suspense balance in fen. */
    public long suspense(String borrowerNo) {
        return data(service.findSuspense(new BorrowerQuery(borrowerNo))).balanceFen();
    }

    /** The facts of an active order whose ledger opens like this one. */
    public static MasterOrderActivated activation(Ledger ledger) {
        return activation(ledger, null);
    }

    /** The same of an order that came by a channel. */
    public static MasterOrderActivated activation(Ledger ledger, @Nullable String channelCode) {
        LedgerHead head = ledger.head();
        return new MasterOrderActivated(
                head.orderNo(),
                head.borrowerNo(),
                "LOAN-OWNER-TEST",
                null,
                head.principalFen(),
                head.startDate(),
                head.plan().version(),
                ledger.installments().stream()
                        .map(it -> new InstallmentView(
                                it.installmentNo(),
                                it.dueDate(),
                                it.due().principalFen(),
                                it.due().interestFen(),
                                it.due().feeFen(),
                                0L))
                        .toList(),
                head.penaltyTerms().dailyRate(),
                head.penaltyTerms().graceDays(),
                head.penaltyTerms().rounding().name(),
                head.terms().annualRate(),
                head.terms().method().name(),
                head.terms().dayCount().name(),
                head.terms().installmentMultipleFen(),
                head.terms().interestOnlyInstallments(),
                head.terms().firstPeriodByDays(),
                head.penaltyTerms().basis().name(),
                head.penaltyTerms().capRate(),
                head.terms().waterfall().name(),
                head.terms().payOffFeeRate(),
                head.terms().backDatingDays(),
                head.terms().creditReturn().name(),
                channelCode);
    }

    /** The message of this composition. */
    public static SubOrdersCreated created(String orderNo, Composition composition) {
        return new SubOrdersCreated(
                orderNo,
                "JOINT-TEST",
                composition.seats().stream()
                        .mapToLong(seat -> seat.contributionFen())
                        .sum(),
                composition.seats().stream()
                        .map(seat -> new SubOrderShare(
                                seat.subOrderNo(),
                                seat.seat(),
                                seat.institutionCode(),
                                seat.lead(),
                                seat.weight(),
                                seat.contributionFen(),
                                seat.ownAnnualRate()))
                        .toList());
    }

    private static <T> T data(RpcResult<T> result) {
        return Objects.requireNonNull(result.data());
    }
}
