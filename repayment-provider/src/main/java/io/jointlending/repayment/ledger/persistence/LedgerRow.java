package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.CreditReturnMode;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.LedgerTerms;
import io.jointlending.repayment.ledger.domain.Settlement;
import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.Rounding;
import io.jointlending.support.money.WaterfallOrder;
import io.jointlending.support.order.OrderNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code ledger}. */
record LedgerRow(
        String orderNo,
        int shardKey,
        String borrowerNo,
        String status,
        long principalFen,
        LocalDate startDate,
        int planVersion,
        BigDecimal penaltyDailyRate,
        int penaltyGraceDays,
        String rounding,
        long ledgerVersion,
        long lastSequence,
        long splitSequence,
        int splitVersion,
        LocalDate valueDate,
        @Nullable Long settledSequence,
        @Nullable LocalDate settledOn,
        boolean settledAnnounced,
        long installmentFen,
        long returnablePrincipalFen,
        boolean isRefunded,
        BigDecimal annualRate,
        String method,
        String dayCount,
        long installmentMultipleFen,
        int interestOnlyInstallments,
        boolean isFirstPeriodByDays,
        String penaltyBasis,
        @Nullable BigDecimal penaltyCapRate,
        String waterfall,
        BigDecimal payOffFeeRate,
        int backDatingDays,
        String creditReturn) {
    static LedgerRow of(LedgerHead head) {
        Settlement settlement = head.settlement();
        PenaltyTerms penalty = head.penaltyTerms();
        LedgerTerms terms = head.terms();
        return new LedgerRow(
                head.orderNo(),
                OrderNumbers.geneOf(head.orderNo()),
                head.borrowerNo(),
                head.status().name(),
                head.principalFen(),
                head.startDate(),
                head.plan().version(),
                penalty.dailyRate(),
                penalty.graceDays(),
                penalty.rounding().name(),
                head.ledgerVersion(),
                head.lastSequence(),
                head.splitSequence(),
                head.splitVersion(),
                head.valueDate(),
                settlement == null ? null : settlement.sequence(),
                settlement == null ? null : settlement.settledOn(),
                head.settledAnnounced(),
                head.plan().installmentFen(),
                head.returnablePrincipalFen(),
                head.refunded(),
                terms.annualRate(),
                terms.method().name(),
                terms.dayCount().name(),
                terms.installmentMultipleFen(),
                terms.interestOnlyInstallments(),
                terms.firstPeriodByDays(),
                penalty.basis().name(),
                penalty.capRate(),
                terms.waterfall().name(),
                terms.payOffFeeRate(),
                terms.backDatingDays(),
                terms.creditReturn().name());
    }

    LedgerHead head() {
        return new LedgerHead(
                orderNo,
                borrowerNo,
                principalFen,
                startDate,
                new PenaltyTerms(
                        penaltyDailyRate,
                        penaltyGraceDays,
                        Rounding.valueOf(rounding),
                        PenaltyBasis.valueOf(penaltyBasis),
                        penaltyCapRate),
                new LedgerTerms(
                        annualRate,
                        PlanMethod.valueOf(method),
                        DayCount.valueOf(dayCount),
                        installmentMultipleFen,
                        interestOnlyInstallments,
                        isFirstPeriodByDays,
                        WaterfallOrder.valueOf(waterfall),
                        payOffFeeRate,
                        backDatingDays,
                        CreditReturnMode.valueOf(creditReturn)),
                new LedgerHead.CurrentPlan(planVersion, installmentFen),
                ledgerVersion,
                lastSequence,
                splitSequence,
                splitVersion,
                valueDate,
                returnablePrincipalFen,
                isRefunded,
                settledSequence == null || settledOn == null
                        ? null
                        : new Settlement(settledSequence, settledOn, LedgerStatus.valueOf(status)),
                settledAnnounced);
    }
}
