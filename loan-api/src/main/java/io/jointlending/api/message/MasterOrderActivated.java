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
        String rounding)
        implements Serializable {}
