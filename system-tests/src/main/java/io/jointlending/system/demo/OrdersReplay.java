package io.jointlending.system.demo;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.ops.BusinessDateRequest;
import io.jointlending.api.ops.StatusRequest;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.system.client.Borrowing;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.People;
import io.jointlending.system.client.Services;
import io.jointlending.system.demo.OrderRow.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replays a file of orders day by day: the business date is moved, then the orders of that day are lent and the receipts
 * of that day are booked, different orders at once and the receipts of one order in sequence.
 */
final class OrdersReplay {
    private final Services services;
    private final Calls calls;
    private final People people;
    private final Tally tally;
    private final Crowd crowd;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    OrdersReplay(Services services, Calls calls, People people, Tally tally, Crowd crowd) {
        this.services = services;
        this.calls = calls;
        this.people = people;
        this.tally = tally;
        this.crowd = crowd;
    }

    /** An order that was paid out. */
    private static final class Running {
        final Borrowing borrowing;
        final String orderNo;
        int receipts;
        boolean paidInFull;

        Running(Borrowing borrowing, String orderNo) {
            this.borrowing = borrowing;
            this.orderNo = orderNo;
        }
    }

    /** What one order does on one day. */
    private record Day(OrderRow row, int index, boolean starts, List<Receipt> receipts) {}

    void run(List<OrderRow> rows) {
        SortedMap<LocalDate, List<Day>> days = days(rows);
        LocalDate today = services.ops(Services.PROVIDERS.get(0))
                .status(new StatusRequest())
                .orThrow(answer -> new IllegalStateException("status: " + answer))
                .businessDate();
        long begun = System.nanoTime();
        int[] done = {0};
        try {
            days.forEach((date, work) -> {
                moveTo(date);
                List<Runnable> orders = new ArrayList<>();
                work.forEach(day -> orders.add(() -> guarded(day)));
                crowd.finish(
                        orders,
                        () -> "  business date " + date + ", day " + done[0] + " of " + days.size() + ", "
                                + tally.loans.sum() + " orders, " + tally.repayments.sum() + " repayments, "
                                + Narrator.secondsSince(begun) + " s");
                done[0]++;
            });
            judge(rows);
        } finally {
            moveTo(today);
        }
    }

    /** Numbers of the master orders that should be settled in the end. */
    List<String> paidInFull() {
        return running.values().stream()
                .filter(order -> order.paidInFull)
                .map(order -> order.orderNo)
                .toList();
    }

    private static SortedMap<LocalDate, List<Day>> days(List<OrderRow> rows) {
        TreeMap<LocalDate, List<Day>> days = new TreeMap<>();
        int index = 0;
        for (OrderRow row : rows) {
            index++;
            TreeMap<LocalDate, List<Receipt>> receipts = new TreeMap<>();
            receipts.put(row.startDate(), new ArrayList<>());
            row.repayments().forEach(receipt -> receipts.computeIfAbsent(receipt.date(), date -> new ArrayList<>())
                    .add(receipt));
            for (var entry : receipts.entrySet()) {
                Day day = new Day(row, index, entry.getKey().equals(row.startDate()), entry.getValue());
                days.computeIfAbsent(entry.getKey(), date -> new ArrayList<>()).add(day);
            }
        }
        return days;
    }

    private void moveTo(LocalDate date) {
        for (String provider : Services.PROVIDERS) {
            calls.once(
                    "business date of " + provider,
                    services.development(provider)::setBusinessDate,
                    new BusinessDateRequest(date));
        }
    }

    private void guarded(Day day) {
        try {
            if (day.starts()) {
                start(day);
            }
            Running order = running.get(day.row().orderRef());
            if (order != null) {
                day.receipts().forEach(receipt -> book(order, receipt));
            }
        } catch (RuntimeException e) {
            // the replay goes on with the other orders; this one is reported
            tally.broken.increment();
            tally.trouble("line " + day.row().line() + ": " + e);
        }
    }

    private void start(Day day) {
        OrderRow row = day.row();
        Borrowing borrowing = new Borrowing(services, calls, people, row.orderRef(), day.index());
        borrowing.activate(row.amountFen());
        String orderNo = borrowing
                .submit(row.productCode(), row.schemeCode(), row.amountFen(), row.installments())
                .orderNo();
        borrowing.loanOut(orderNo);
        borrowing.paid(orderNo, row.amountFen());
        running.put(row.orderRef(), new Running(borrowing, orderNo));
        tally.loans.increment();
    }

    private void book(Running order, Receipt receipt) {
        Long given = receipt.amountFen();
        long amountFen = given != null
                ? given
                : calls.once("quote", services.repayments()::quote, new QuoteRequest(order.orderNo))
                        .totalFen();
        if (amountFen == 0) {
            return; // the rest of nothing
        }
        order.receipts++;
        RepaymentView view = order.borrowing.repay(order.orderNo, amountFen, order.receipts);
        tally.repayments.increment();
        if (view.splitPending()) {
            tally.beforeSubOrders.increment();
        }
        int mismatches = SplitCheck.mismatches(view);
        if (mismatches > 0) {
            tally.splitMismatches.add(mismatches);
            tally.trouble("split of " + view);
        }
    }

    /** Compares what the receipts should have settled, counted here, with what the ledger says. */
    private void judge(List<OrderRow> rows) {
        for (OrderRow row : rows) {
            Running order = running.get(row.orderRef());
            if (order == null) {
                continue;
            }
            LedgerView ledger = calls.once("ledger", services.repayments()::findLedger, new OrderQuery(order.orderNo));
            long due = 0;
            for (LedgerInstallmentView installment : ledger.installments()) {
                due = Math.addExact(due, installment.due().totalFen());
            }
            long received = 0;
            boolean rest = false;
            for (Receipt receipt : row.repayments()) {
                Long amount = receipt.amountFen();
                rest |= amount == null;
                received = Math.addExact(received, amount == null ? 0 : amount);
            }
            order.paidInFull = rest || received >= due;
            if (order.paidInFull && !"SETTLED".equals(ledger.status())) {
                tally.notSettled.increment();
                tally.trouble("line " + row.line() + ": everything was repaid but the ledger is " + ledger.status());
            }
        }
    }
}
