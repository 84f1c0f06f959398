package io.jointlending.system.bench;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.People;
import io.jointlending.system.client.Services;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Orders that are lent over Dubbo and funded, to be repaid. */
final class LentOrders {
    static final long AMOUNT_FEN = 20_000_000;
    private static final String PRODUCT = "LOAN-OWNER-HEXINHOUSE-A";
    private static final int LENDERS = 16;
    private static final int LENDING_SECONDS = 600;
    private static final Duration FUNDING = Duration.ofMinutes(3);

    private final Services services;
    private final People people;
    private final PrintStream err;
    private int taken;
    private int last;

    LentOrders(Services services, People people, PrintStream err) {
        this.services = services;
        this.people = people;
        this.err = err;
    }

    /** Lends so many orders, new ones each time, and waits for their sub-orders. */
    List<String> lend(int orders, int installments) {
        last = taken + orders;
        err.println("lending " + orders + " orders of " + installments + " installments");
        Calls calls = new Calls();
        ConcurrentLinkedQueue<String> ready = new ConcurrentLinkedQueue<>();
        List<Load.Caller> lenders = IntStream.range(0, LENDERS)
                .<Load.Caller>mapToObj(lender -> () -> {
                    int index = take();
                    if (index == 0) {
                        return false;
                    }
                    Borrowing loan = new Borrowing(services, calls, people, "bench-" + index, index);
                    loan.activate(AMOUNT_FEN);
                    String orderNo = loan.submit(PRODUCT, "JOINT-70-30", AMOUNT_FEN, installments)
                            .orderNo();
                    loan.loanOut(orderNo);
                    loan.paid(orderNo, AMOUNT_FEN);
                    ready.add(orderNo);
                    return true;
                })
                .toList();
        Load.measure(lenders, LENDING_SECONDS);
        if (ready.size() < orders) {
            throw new IllegalStateException("only " + ready.size() + " of " + orders + " orders are lent");
        }
        for (String orderNo : ready) {
            Await.until("sub-orders of " + orderNo, FUNDING, () -> {
                LedgerView ledger = services.repayments()
                        .findLedger(new OrderQuery(orderNo))
                        .data();
                return ledger != null && !ledger.subLedgers().isEmpty();
            });
        }
        return List.copyOf(ready);
    }

    /** The next number, or 0 when all are taken. */
    private synchronized int take() {
        return taken == last ? 0 : ++taken;
    }
}
