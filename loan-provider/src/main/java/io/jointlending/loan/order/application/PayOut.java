package io.jointlending.loan.order.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.ActivateBorrowerRequest;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.loan.borrower.application.BorrowerActivation;
import io.jointlending.loan.borrower.application.Identities;
import io.jointlending.loan.borrower.domain.Borrowers;
import io.jointlending.loan.borrower.domain.CreditLines;
import io.jointlending.loan.order.domain.AprGate;
import io.jointlending.loan.order.domain.Cause;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.loan.order.domain.MasterOrderStatus;
import io.jointlending.loan.order.domain.MasterOrders;
import io.jointlending.loan.order.domain.Product;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.AnnualPercentageRate;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.money.RepaymentPlanner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * The steps of a loan out, inside the transaction that {@link LoanOut} opens: borrower, credit, plan, order. The order is
 * locked first, so two loan outs of one order follow each other and the second is refused.
 */
public final class PayOut {
    private static final int PERCENT_DECIMALS = 4;

    private final MasterOrders orders;
    private final Borrowers borrowers;
    private final CreditLines creditLines;
    private final BorrowerActivation activation;

    public PayOut(MasterOrders orders, Borrowers borrowers, CreditLines creditLines, BorrowerActivation activation) {
        this.orders = orders;
        this.borrowers = borrowers;
        this.creditLines = creditLines;
        this.activation = activation;
    }

    /** See {@link LoanOut}. */
    public LoanOutView run(LoanOutRequest request, Supplier<Product> product, LocalDate today) {
        MasterOrder order = Orders.lock(orders, request.orderNo());
        if (order.status() != MasterOrderStatus.INIT) {
            throw Orders.wrongState(order, "a loan out");
        }
        if (!product.get().onSale()) {
            throw new Refusal(ErrorCodes.PRODUCT_NOT_ON_SALE, null);
        }
        MasterOrder paidOut = order.paidOut(today);
        List<PlannedInstallment> plan = RepaymentPlanner.DEFAULT.plan(paidOut.planTerms());
        requireBelowCeiling(paidOut, plan);
        requireActiveBorrower(order, request);
        if (!creditLines.reserve(order.borrowerNo(), order.orderNo(), order.amountFen())) {
            throw new Refusal(ErrorCodes.CREDIT_INSUFFICIENT, "amountFen");
        }
        orders.move(order, paidOut, Cause.LOAN_OUT, request.requestNo());
        orders.addLoanRequest(paidOut, request.requestNo());
        orders.addPlan(paidOut, plan);
        return new LoanOutView(OrderViews.order(paidOut), OrderViews.plan(paidOut, plan));
    }

    private static void requireBelowCeiling(MasterOrder order, List<PlannedInstallment> plan) {
        BigDecimal rate = AprGate.rate(order, plan);
        if (AprGate.exceeded(order, rate)) {
            throw new Refusal(
                    ErrorCodes.APR_ABOVE_CEILING,
                    "The plan of order " + order.orderNo() + " over " + order.amountFen() + " fen would cost "
                            + AnnualPercentageRate.percent(rate, PERCENT_DECIMALS) + " % a year with "
                            + order.installmentFeeFen() + " fen of fee in each installment; the ceiling is "
                            + AnnualPercentageRate.percent(
                                    order.terms().options().aprCeiling(), PERCENT_DECIMALS)
                            + " %.",
                    null);
        }
    }

    private void requireActiveBorrower(MasterOrder order, LoanOutRequest request) {
        ActivateBorrowerRequest asked = request.activation();
        if (asked == null) {
            if (borrowers.find(order.borrowerNo()).isEmpty()) {
                throw new Refusal(ErrorCodes.BORROWER_NOT_ACTIVATED, "activation");
            }
            return;
        }
        if (!asked.borrowerNo().equals(order.borrowerNo())) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "activation.borrowerNo is not the borrower of order " + order.orderNo() + ".",
                    "activation.borrowerNo");
        }
        activation.run(asked.borrowerNo(), Identities.of(asked.identity()), asked.creditLimitFen(), "activation.");
    }
}
