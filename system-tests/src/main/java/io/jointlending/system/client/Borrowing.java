package io.jointlending.system.client;

import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.BorrowerView;
import io.jointlending.api.loan.IdentityFacts;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.PaymentResultRequest;
import io.jointlending.api.loan.PaymentResultView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import org.jspecify.annotations.Nullable;

/** The commands of one loan. Each is sent twice; the request numbers are made of the run and the loan's label. */
public final class Borrowing {
    private final Services services;
    private final Calls calls;
    private final People people;
    private final String label;
    private final int index;

    /**
     * The loan of one borrower.
     *
     * @param services where the calls go
     * @param calls how they are sent
     * @param people who borrows
     * @param label names the loan inside its run
     * @param index makes the borrower's identity, unique inside the run
     */
    public Borrowing(Services services, Calls calls, People people, String label, int index) {
        this.services = services;
        this.calls = calls;
        this.people = people;
        this.label = label;
        this.index = index;
    }

    /** Number of the borrower. */
    public String borrowerNo() {
        return people.borrowerNo(label);
    }

    /** Who the borrower is. */
    public IdentityFacts identity() {
        return people.identity(index);
    }

    /** Activates the borrower with a credit line of the given size. */
    public BorrowerView activate(long creditLimitFen) {
        var request = new ActivateBorrowerRequest(requestNo("activate"), borrowerNo(), identity(), creditLimitFen);
        return calls.twice("activate " + label, services.borrowers()::activate, request);
    }

    /** Makes the master order. */
    public MasterOrderView submit(String productCode, @Nullable String schemeCode, long amountFen, int installments) {
        var request = new SubmitLoanRequest(
                requestNo("submit"), borrowerNo(), productCode, schemeCode, amountFen, installments);
        return calls.twice("submit " + label, services.loans()::submit, request);
    }

    /** Pays the order with the loan. */
    public LoanOutView loanOut(String orderNo) {
        return calls.twice(
                "loan out " + label,
                services.loans()::loanOut,
                new LoanOutRequest(requestNo("loanout"), orderNo, null));
    }

    /** The payment system reports success. */
    public PaymentResultView paid(String orderNo, long amountFen) {
        var request = new PaymentResultRequest(
                requestNo("paid"), orderNo, requestNo("payment"), PaymentResultRequest.SUCCESS, amountFen);
        return calls.twice("payment callback " + label, services.payments()::onResult, request);
    }

    /** Books one received amount; {@code piece} numbers the receipts of the loan. */
    public RepaymentView repay(String orderNo, long amountFen, int piece) {
        var request = new RepayRequest(
                requestNo("repay-" + piece), orderNo, amountFen, requestNo("receipt-" + piece), null, null);
        return calls.twice("repayment " + piece + " of " + label, services.repayments()::repay, request);
    }

    private String requestNo(String act) {
        return people.run() + "-" + label + "-" + act;
    }
}
