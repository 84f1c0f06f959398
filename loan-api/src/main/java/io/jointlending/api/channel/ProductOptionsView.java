package io.jointlending.api.channel;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a product may set beyond its price. Every field may be left out (null) and then has its default. An order keeps
 * those of its submission.
 *
 * @param dayCount MONTHLY (a period is a twelfth of a year; the default), ACT_365 or ACT_360
 * @param installmentMultipleFen the equal installment is rounded to a multiple of it, in fen; default 1
 * @param interestOnlyInstallments leading installments without principal; default 0
 * @param repaymentDay day of the month on which installments fall due; null: the day of the loan out. With MONTHLY the first
 *     period then counts by its days over 360
 * @param installmentFeeRate fee of each installment as a fraction of the loan amount; default 0
 * @param aprCeiling highest actuarial annual rate, fees included, that a plan may cost, as a fraction; default 0.24
 * @param penaltyBase PRINCIPAL (default) or PRINCIPAL_AND_INTEREST: overdue amounts that penalty is counted on
 * @param penaltyCapRate penalty of an installment never exceeds this fraction of its principal; null: no cap
 * @param waterfall INSTALLMENT_FIRST (default: oldest due date first, inside it penalty, fee, interest, principal) or
 *     COMPONENT_FIRST (all penalty, then all fees, …, each oldest first)
 * @param payOffFeeRate fee of a pay-off as a fraction of the principal paid off early; default 0
 * @param backDatingDays how many days a repayment may count back; default 0
 * @param creditReturn ON_SETTLEMENT (default) or PER_PRINCIPAL: when repaid principal goes back to the credit line
 */
public record ProductOptionsView(
        @Pattern(regexp = "MONTHLY|ACT_365|ACT_360") String dayCount,
        @Min(1) @Max(1_000_000) Long installmentMultipleFen,
        @Min(0) @Max(119) Integer interestOnlyInstallments,
        @Nullable @Min(1) @Max(28) Integer repaymentDay,
        @DecimalMin("0") @DecimalMax("0.1") BigDecimal installmentFeeRate,
        @DecimalMin("0") @DecimalMax("10") BigDecimal aprCeiling,
        @Pattern(regexp = "PRINCIPAL|PRINCIPAL_AND_INTEREST") String penaltyBase,
        @Nullable @DecimalMin("0") @DecimalMax("10") BigDecimal penaltyCapRate,
        @Pattern(regexp = "INSTALLMENT_FIRST|COMPONENT_FIRST") String waterfall,
        @DecimalMin("0") @DecimalMax("0.1") BigDecimal payOffFeeRate,
        @Min(0) @Max(30) Integer backDatingDays,
        @Pattern(regexp = "ON_SETTLEMENT|PER_PRINCIPAL") String creditReturn)
        implements Serializable {
    /** Nothing set: every default. */
    public static final ProductOptionsView DEFAULT = new ProductOptionsView(
            "MONTHLY",
            1L,
            0,
            null,
            BigDecimal.ZERO,
            new BigDecimal("0.24"),
            "PRINCIPAL",
            null,
            "INSTALLMENT_FIRST",
            BigDecimal.ZERO,
            0,
            "ON_SETTLEMENT");

    /** Fills the default in where a sender left a field out; rates lose their trailing zeros, so that equal ones are equal. */
    public ProductOptionsView {
        dayCount = or(dayCount, "MONTHLY");
        installmentMultipleFen = or(installmentMultipleFen, 1L);
        interestOnlyInstallments = or(interestOnlyInstallments, 0);
        installmentFeeRate = shortest(or(installmentFeeRate, BigDecimal.ZERO));
        aprCeiling = shortest(or(aprCeiling, new BigDecimal("0.24")));
        penaltyBase = or(penaltyBase, "PRINCIPAL");
        penaltyCapRate = penaltyCapRate == null ? null : shortest(penaltyCapRate);
        waterfall = or(waterfall, "INSTALLMENT_FIRST");
        payOffFeeRate = shortest(or(payOffFeeRate, BigDecimal.ZERO));
        backDatingDays = or(backDatingDays, 0);
        creditReturn = or(creditReturn, "ON_SETTLEMENT");
    }

    private static <T> T or(@Nullable T value, T missing) {
        return value == null ? missing : value;
    }

    private static BigDecimal shortest(BigDecimal rate) {
        BigDecimal shortest = rate.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
