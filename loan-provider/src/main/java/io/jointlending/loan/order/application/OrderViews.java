package io.jointlending.loan.order.application;

import io.jointlending.api.loan.InstallmentView;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.PlanView;
import io.jointlending.api.message.MasterOrderActivated;
import io.jointlending.loan.order.domain.LoanOptions;
import io.jointlending.loan.order.domain.MasterOrder;
import io.jointlending.support.money.PlannedInstallment;
import java.util.List;

/** Makes the contracts' views of an order and its plan as issued. */
public final class OrderViews {
    private static final int PLAN_VERSION = 1;

    private OrderViews() {}

    static MasterOrderView order(MasterOrder order) {
        return new MasterOrderView(
                order.orderNo(),
                order.borrowerNo(),
                order.productCode(),
                order.schemeCode(),
                order.amountFen(),
                order.installments(),
                order.status().code(),
                order.startDate(),
                order.paymentNo(),
                order.createdAt(),
                order.channelCode());
    }

    static PlanView plan(MasterOrder order, List<PlannedInstallment> plan) {
        return new PlanView(
                order.orderNo(),
                PLAN_VERSION,
                order.terms().method().name(),
                order.interestFrom(),
                order.amountFen(),
                plan.stream().mapToLong(PlannedInstallment::interestFen).reduce(0, Math::addExact),
                installments(order, plan));
    }

    /** What the fund side and the repayment side need to know of an active order. */
    public static MasterOrderActivated activation(MasterOrder order, List<PlannedInstallment> plan) {
        order.requireWhole(plan);
        LoanOptions options = order.terms().options();
        return new MasterOrderActivated(
                order.orderNo(),
                order.borrowerNo(),
                order.productCode(),
                order.schemeCode(),
                order.amountFen(),
                order.interestFrom(),
                PLAN_VERSION,
                installments(order, plan),
                order.terms().penaltyDailyRate(),
                order.terms().penaltyGraceDays(),
                order.terms().rounding().name(),
                order.terms().annualRate(),
                order.terms().method().name(),
                options.dayCount().name(),
                options.installmentMultipleFen(),
                options.interestOnlyInstallments(),
                order.planTerms().firstPeriodByDays(),
                options.penaltyBase(),
                options.penaltyCapRate(),
                options.waterfall(),
                options.payOffFeeRate(),
                options.backDatingDays(),
                options.creditReturn(),
                order.channelCode());
    }

    private static List<InstallmentView> installments(MasterOrder order, List<PlannedInstallment> plan) {
        long fee = order.installmentFeeFen();
        return plan.stream()
                .map(p -> new InstallmentView(
                        p.installmentNo(), p.dueDate(), p.principalFen(), p.interestFen(), fee, p.balanceAfterFen()))
                .toList();
    }
}
