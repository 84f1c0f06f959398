package io.jointlending.system.demo;

import static io.jointlending.system.demo.Narrator.yuan;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.fund.FundingView;
import io.jointlending.api.fund.SubOrderView;
import io.jointlending.api.loan.BorrowerQuery;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.repayment.LedgerView;
import io.jointlending.api.repayment.QuoteRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.system.client.Await;
import io.jointlending.system.client.Borrowing;
import io.jointlending.system.client.Calls;
import io.jointlending.system.client.People;
import io.jointlending.system.client.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One joint loan at 7:3 from the first call to the last fen, told line by line. */
final class Story {
    private static final String PRODUCT = "LOAN-OWNER-HEXINHOUSE-A";
    private static final String SCHEME = "JOINT-70-30";
    private static final long AMOUNT_FEN = 29_122;
    private static final int INSTALLMENTS = 3;
    private static final long INSTALLMENT_FEN = 10_000;
    private static final List<Long> ODD_PIECES = List.of(216L, 7_472L, 2_312L);
    private static final Duration ASYNC_LIMIT = Duration.ofMinutes(1);

    private final Services services;
    private final Calls calls;
    private final People people;
    private final Narrator narrator;
    private final Tally tally;
    private final LedgerTable tables;

    Story(Services services, Calls calls, People people, Narrator narrator, Tally tally) {
        this.services = services;
        this.calls = calls;
        this.people = people;
        this.narrator = narrator;
        this.tally = tally;
        this.tables = new LedgerTable(narrator);
    }

    /** Tells it; adds the order to those that should be settled. */
    void tell(Set<String> settled) {
        narrator.title("One joint loan, 70 % BANK-A and 30 % SMALL-LOAN");
        Borrowing loan = new Borrowing(services, calls, people, "story", 0);
        BorrowerView borrower = loan.activate(50_000);
        narrator.say("1. " + borrower.borrowerNo() + " is activated: " + borrower.maskedName() + ", ID "
                + borrower.maskedIdNumber() + ", credit line " + yuan(borrower.creditLimitFen()) + " yuan");
        MasterOrderView order = loan.submit(PRODUCT, SCHEME, AMOUNT_FEN, INSTALLMENTS);
        narrator.say("2. master order " + order.orderNo() + " submitted: " + yuan(order.amountFen())
                + " yuan in 3 installments, state " + order.status());
        planAtOnce(loan.loanOut(order.orderNo()));
        var paid = loan.paid(order.orderNo(), AMOUNT_FEN);
        narrator.say("4. the payment system reports success: state " + paid.status()
                + ", and the fund side learns of it by message");
        FundingView funding = awaitSubOrders(order.orderNo());
        oddRepayments(loan, order.orderNo());
        theRest(loan, order.orderNo(), funding);
        tally.loans.increment();
        settled.add(order.orderNo());
    }

    private void planAtOnce(LoanOutView out) {
        narrator.say("3. loan out: credit reserved and the plan stored, one plan for the borrower, made at once:");
        List<List<String>> rows = new ArrayList<>();
        for (InstallmentView installment : out.plan().installments()) {
            long total = installment.principalFen() + installment.interestFen() + installment.feeFen();
            rows.add(List.of(
                    installment.installmentNo().toString(),
                    installment.dueDate().toString(),
                    yuan(installment.principalFen()),
                    yuan(installment.interestFen()),
                    yuan(total)));
        }
        narrator.table(List.of("no", "due", "principal", "interest", "to pay"), rows);
        InstallmentView first = out.plan().installments().get(0);
        if (first.principalFen() + first.interestFen() != INSTALLMENT_FEN) {
            throw new IllegalStateException("the first installment should be 10000 fen: " + first);
        }
    }

    private FundingView awaitSubOrders(String orderNo) {
        FundingView funding = Await.present("the sub-orders", ASYNC_LIMIT, () -> Optional.ofNullable(
                        services.funding().findFunding(new OrderQuery(orderNo)).data())
                .filter(view -> !view.subOrders().isEmpty()));
        narrator.say("5. the institutions agreed; a sub-order for each, by scheme " + funding.schemeCode() + ":");
        List<List<String>> rows = new ArrayList<>();
        for (SubOrderView sub : funding.subOrders()) {
            rows.add(List.of(
                    sub.institutionCode(),
                    sub.subOrderNo(),
                    sub.weight().toString(),
                    yuan(sub.contributionFen()),
                    sub.status()));
        }
        narrator.table(List.of("institution", "sub-order", "weight", "funds", "state"), rows);
        Await.until("the sub-order ledgers", ASYNC_LIMIT, () -> !ledger(orderNo)
                .subLedgers()
                .isEmpty());
        return funding;
    }

    private void oddRepayments(Borrowing loan, String orderNo) {
        narrator.say("6. three odd repayments, together exactly the first installment of 100.00 yuan:");
        Map<String, Long> soFar = new TreeMap<>();
        Map<String, Long> naive = new TreeMap<>();
        int piece = 0;
        for (long amountFen : ODD_PIECES) {
            piece++;
            RepaymentView view = loan.repay(orderNo, amountFen, piece);
            count(view);
            narrator.say("   " + yuan(amountFen) + " yuan received, split as it is booked:");
            tables.repayment(view);
            for (var line : view.lines()) {
                if (line.institutionCode() != null) {
                    soFar.merge(line.institutionCode(), line.settled().totalFen(), Math::addExact);
                }
            }
            // what many systems do: 70 % half up to the first, the rest to the last
            long toBank = (amountFen * 7 + 5) / 10;
            naive.merge("BANK-A", toBank, Math::addExact);
            naive.merge("SMALL-LOAN", amountFen - toBank, Math::addExact);
        }
        narrator.say("   100.00 yuan are in; the institutions have " + together(soFar)
                + ". Each repayment rounded by itself would have left " + together(naive)
                + ": one fen too many here, one missing there.");
        if (!soFar.equals(Map.of("BANK-A", 7_000L, "SMALL-LOAN", 3_000L))) {
            tally.splitMismatches.increment();
            tally.trouble("story: 10000 fen were split " + soFar + ", not 7000 to 3000");
        }
    }

    private void theRest(Borrowing loan, String orderNo, FundingView funding) {
        long restFen = calls.once("quote", services.repayments()::quote, new QuoteRequest(orderNo))
                .totalFen();
        RepaymentView view = loan.repay(orderNo, restFen, ODD_PIECES.size() + 1);
        count(view);
        narrator.say("7. the rest, " + yuan(restFen) + " yuan, is quoted and repaid:");
        tables.repayment(view);
        if (!view.settled()) {
            tally.notSettled.increment();
            tally.trouble("story: not settled after " + view);
        }
        narrator.say(
                "8. nothing is owed any more, on the master order and on both sub-orders, installment by installment:");
        tables.open(ledger(orderNo));
        OrderQuery query = new OrderQuery(orderNo);
        Await.until(
                "the master order settled",
                ASYNC_LIMIT,
                () -> calls.once("order", services.loans()::findOrder, query).status() == 90);
        Await.until(
                "all " + funding.subOrders().size() + " sub-orders settled",
                ASYNC_LIMIT,
                () -> calls.once("funding", services.funding()::findFunding, query).subOrders().stream()
                        .allMatch(sub -> "SETTLED".equals(sub.status())));
        BorrowerView borrower =
                calls.once("borrower", services.borrowers()::findBorrower, new BorrowerQuery(loan.borrowerNo()));
        narrator.say(
                "9. by message the order became state 90, both sub-orders SETTLED, and the credit line is free again: "
                        + "used " + yuan(borrower.creditUsedFen()) + ", reserved " + yuan(borrower.creditReservedFen())
                        + ".");
    }

    private LedgerView ledger(String orderNo) {
        return calls.once("ledger", services.repayments()::findLedger, new OrderQuery(orderNo));
    }

    private void count(RepaymentView view) {
        tally.repayments.increment();
        int mismatches = SplitCheck.mismatches(view);
        if (mismatches > 0) {
            tally.splitMismatches.add(mismatches);
            tally.trouble("story: split of " + view);
        }
    }

    private static String together(Map<String, Long> fenByInstitution) {
        List<String> parts = new ArrayList<>();
        fenByInstitution.forEach((institution, fen) -> parts.add(institution + " " + yuan(fen)));
        return String.join(" and ", parts);
    }
}
