package io.jointlending.api.message;

import io.jointlending.api.loan.InstallmentView;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A master order was paid and is active: the fund side may fund it, the repayment side may open its ledger. Carries
 * everything both need, so that neither depends on a live configuration later.
 *
 * @param orderNo master order
 * @param borrowerNo borrower
 * @param productCode product
 * @param schemeCode ratio scheme asked for by the order, or null for the product's own
 * @param principalFen loan amount in fen
 * @param startDate day from which interest runs, Asia/Shanghai
 * @param planVersion 1
 * @param installments the plan as issued
 * @param penaltyDailyRate penalty per day on overdue principal, as a fraction (0.0005 is 0.05 %)
 * @param penaltyGraceDays days after the due date within which a full payment costs no penalty; beyond them it runs from
 *     the due date
 * @param rounding HALF_UP or HALF_EVEN, for every figure of this order
 * @param annualRate interest per year as a fraction, null for 0
 * @param method EQUAL_INSTALLMENT and the like, null for that
 * @param dayCount MONTHLY, ACT_365 or ACT_360, null for MONTHLY
 * @param installmentMultipleFen installments are multiples of this, null for 1
 * @param interestOnlyInstallments first installments without principal, null for 0
 * @param firstPeriodByDays true when the first period is counted by days, null for false
 * @param penaltyBase PRINCIPAL or PRINCIPAL_AND_INTEREST, null for PRINCIPAL
 * @param penaltyCapRate most penalty of an installment as a fraction of its principal, null for no cap
 * @param waterfall INSTALLMENT_FIRST or COMPONENT_FIRST, null for INSTALLMENT_FIRST
 * @param payOffFeeRate fee of a pay-off as a fraction of the principal paid before it is due, null for 0
 * @param backDatingDays how many days before today a value date may lie, null for 0
 * @param creditReturn ON_SETTLEMENT or PER_PRINCIPAL: when paid principal gives credit back, null for ON_SETTLEMENT
 * @param channelCode channel the borrower came by, null for none
 */
public record MasterOrderActivated(
        String orderNo,
        String borrowerNo,
        String productCode,
        @Nullable String schemeCode,
        Long principalFen,
        LocalDate startDate,
        Integer planVersion,
        List<InstallmentView> installments,
        BigDecimal penaltyDailyRate,
        Integer penaltyGraceDays,
        String rounding,
        @Nullable BigDecimal annualRate,
        @Nullable String method,
        @Nullable String dayCount,
        @Nullable Long installmentMultipleFen,
        @Nullable Integer interestOnlyInstallments,
        @Nullable Boolean firstPeriodByDays,
        @Nullable String penaltyBase,
        @Nullable BigDecimal penaltyCapRate,
        @Nullable String waterfall,
        @Nullable BigDecimal payOffFeeRate,
        @Nullable Integer backDatingDays,
        @Nullable String creditReturn,
        @Nullable String channelCode)
        implements Serializable {}
