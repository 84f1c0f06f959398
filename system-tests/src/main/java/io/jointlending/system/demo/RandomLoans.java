package io.jointlending.system.demo;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.PlanView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.People;
import io.jointlending.system.client.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lends and collects many random loans at once. Half of them are repaid from the moment they are paid out, before their
 * sub-orders exist; the others wait for them.
 */
final class RandomLoans {
    private static final Duration FUNDING_LIMIT = Duration.ofMinutes(2);

    private final Services services;
    private final Calls calls;
    private final People people;
    private final Tally tally;
    private final Crowd crowd;
    private final Set<String> settled;
    private final ConcurrentLinkedQueue<Opened> waiting = new ConcurrentLinkedQueue<>();

    RandomLoans(Services services, Calls calls, People people, Tally tally, Crowd crowd, Set<String> settled) {
        this.settled = settled;
        this.services = services;
        this.calls = calls;
        this.people = people;
        this.tally = tally;
        this.crowd = crowd;
    }

    private record Opened(LoanCase loan, Borrowing borrowing, String orderNo, long totalFen) {}

    void run(List<LoanCase> cases) {
        long begun = System.nanoTime();
        List<Runnable> opening = new ArrayList<>();
        cases.forEach(loan -> opening.add(() -> guarded(loan, () -> open(loan))));
        crowd.finish(opening, () -> progress(cases.size(), begun));
        List<Runnable> collecting = new ArrayList<>();
        waiting.forEach(opened -> collecting.add(() -> guarded(opened.loan(), () -> collectLater(opened))));
        crowd.finish(collecting, () -> progress(cases.size(), begun));
    }

    private void open(LoanCase loan) {
        Borrowing borrowing = new Borrowing(services, calls, people, loan.label(), loan.index());
        borrowing.activate(loan.amountFen());
        String orderNo = borrowing
                .submit(loan.productCode(), loan.schemeCode(), loan.amountFen(), loan.installments())
                .orderNo();
        LoanOutView out = borrowing.loanOut(orderNo);
        borrowing.paid(orderNo, loan.amountFen());
        Opened opened = new Opened(loan, borrowing, orderNo, total(out.plan()));
        if (loan.patient()) {
            waiting.add(opened);
        } else {
            collect(opened);
        }
    }

    private void collectLater(Opened opened) {
        OrderQuery query = new OrderQuery(opened.orderNo());
        Await.until("sub-orders of " + opened.loan().label(), FUNDING_LIMIT, () -> {
            // unknown until the message has arrived: asked directly, because that is no failed call
            var answer = services.funding().findFunding(query);
            FundingView view = answer.data();
            return view != null && !view.subOrders().isEmpty();
        });
        collect(opened);
    }

    private void collect(Opened opened) {
        int piece = 0;
        boolean cleared = false;
        for (long amountFen : opened.loan().cut(opened.totalFen())) {
            piece++;
            RepaymentView view = opened.borrowing().repay(opened.orderNo(), amountFen, piece);
            tally.repayments.increment();
            int mismatches = SplitCheck.mismatches(view);
            if (mismatches > 0) {
                tally.splitMismatches.add(mismatches);
                tally.trouble(opened.loan().label() + ": split of " + view);
            }
            if (view.splitPending()) {
                tally.beforeSubOrders.increment();
            }
            cleared = view.settled();
        }
        if (!cleared) {
            tally.notSettled.increment();
            tally.trouble(opened.loan().label() + " repaid " + opened.totalFen() + " fen but is not settled");
        }
        tally.loans.increment();
        settled.add(opened.orderNo());
    }

    private void guarded(LoanCase loan, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // the loop goes on with the other loans; this one is reported
            tally.broken.increment();
            tally.trouble(loan + ": " + e);
        }
    }

    private String progress(int all, long begun) {
        return "  " + tally.loans.sum() + " of " + all + " loans repaid, " + waiting.size() + " waited for sub-orders, "
                + tally.repayments.sum() + " repayments, " + Narrator.secondsSince(begun) + " s";
    }

    /** Repaid before the first due date, so exactly the plan: no penalty. */
    private static long total(PlanView plan) {
        return Math.addExact(plan.principalFen(), plan.interestFen());
    }
}
