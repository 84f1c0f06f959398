package io.jointlending.loan.order.domain;

import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.PlannedInstallment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A master order (大订单): what one borrower owes, whoever funds it. Immutable; a move makes the next version, which
 * {@link MasterOrders#move} stores if nobody was faster.
 *
 * @param orderNo 22 digits
 * @param borrowerNo who borrows
 * @param productCode product
 * @param schemeCode ratio scheme asked for, or null
 * @param terms the product's terms at submission
 * @param amountFen loan amount in fen
 * @param installments number of monthly installments
 * @param status state
 * @param version number of moves so far
 * @param startDate day from which interest runs (Asia/Shanghai), null before the loan out
 * @param paymentNo payment that ended the waiting, or null
 * @param createdAt time of the submission, Asia/Shanghai
 * @param channelCode channel the borrower came by, or null
 */
public record MasterOrder(
        String orderNo,
        String borrowerNo,
        String productCode,
        @Nullable String schemeCode,
        LoanTerms terms,
        long amountFen,
        int installments,
        MasterOrderStatus status,
        long version,
        @Nullable LocalDate startDate,
        @Nullable String paymentNo,
        LocalDateTime createdAt,
        @Nullable String channelCode) {

    /** The order paid out from a day on, waiting for the payment result. */
    public MasterOrder paidOut(LocalDate businessDate) {
        return to(MasterOrderStatus.LOAN_OUT_OK, businessDate, paymentNo);
    }

    /** The order after its payment succeeded. */
    public MasterOrder activated(String byPaymentNo) {
        return to(MasterOrderStatus.ACTIVE, startDate, byPaymentNo);
    }

    /** The order after its payment failed. */
    public MasterOrder failed(String byPaymentNo) {
        return to(MasterOrderStatus.FAILED, startDate, byPaymentNo);
    }

    /** The order with nothing owed any more. */
    public MasterOrder settled() {
        return to(MasterOrderStatus.SETTLED, startDate, paymentNo);
    }

    /** The order whose purchase was refunded in full, with nothing owed any more. */
    public MasterOrder refunded() {
        return to(MasterOrderStatus.REFUNDED, startDate, paymentNo);
    }

    /** The settled order after a repayment was taken back. */
    public MasterOrder reopened() {
        return to(MasterOrderStatus.ACTIVE, startDate, paymentNo);
    }

    /** What the plan is made of. Only after the loan out. */
    public PlanTerms planTerms() {
        LocalDate start = interestFrom();
        LoanOptions options = terms.options();
        Integer repaymentDay = options.repaymentDay();
        return new PlanTerms(
                amountFen,
                terms.annualRate(),
                terms.method(),
                options.dayCount(),
                start,
                repaymentDay == null
                        ? PlanTerms.monthlyDueDates(start, installments)
                        : DueDates.onDay(start, repaymentDay, installments),
                terms.rounding(),
                options.installmentMultipleFen(),
                options.interestOnlyInstallments(),
                repaymentDay != null && repaymentDay != start.getDayOfMonth());
    }

    /** Fee of every installment, in fen. */
    public long installmentFeeFen() {
        return terms.rounding()
                .round(BigDecimal.valueOf(amountFen).multiply(terms.options().installmentFeeRate()));
    }

    /** {@link #startDate} of an order that was paid out. */
    public LocalDate interestFrom() {
        if (startDate == null) {
            throw new IllegalStateException("order " + orderNo + " in state " + status.code() + " has no start date");
        }
        return startDate;
    }

    /** Throws unless the plan has every installment and its principals add up to the amount. */
    public void requireWhole(List<PlannedInstallment> plan) {
        long principal =
                plan.stream().mapToLong(PlannedInstallment::principalFen).reduce(0, Math::addExact);
        if (principal != amountFen || plan.size() != installments) {
            throw new IllegalStateException("plan of order " + orderNo + ": " + plan.size() + " installments with "
                    + principal + " fen instead of " + installments + " with " + amountFen);
        }
    }

    private MasterOrder to(MasterOrderStatus next, @Nullable LocalDate start, @Nullable String payment) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException(
                    "order " + orderNo + " cannot move from " + status.code() + " to " + next.code());
        }
        return new MasterOrder(
                orderNo,
                borrowerNo,
                productCode,
                schemeCode,
                terms,
                amountFen,
                installments,
                next,
                version + 1,
                start,
                payment,
                createdAt,
                channelCode);
    }
}
