package io.jointlending.repayment.snapshot.persistence;

import io.jointlending.repayment.snapshot.domain.OverdueInstallment;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.PenaltyBase;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An overdue installment with its ledger, in the order of the columns read. */
record OverdueRow(
        String orderNo,
        int shardKey,
        int installmentNo,
        long ledgerVersion,
        LocalDate valueDate,
        BigDecimal penaltyDailyRate,
        int penaltyGraceDays,
        String rounding,
        String penaltyBasis,
        @Nullable BigDecimal penaltyCapRate,
        LocalDate dueDate,
        long duePenaltyFen,
        long settledPenaltyFen,
        long dueFeeFen,
        long settledFeeFen,
        long dueInterestFen,
        long settledInterestFen,
        long duePrincipalFen,
        long settledPrincipalFen,
        long penaltyFenDays,
        LocalDate penaltySince,
        @Nullable String channelCode) {

    OverdueInstallment installment() {
        PenaltyBasis basis = PenaltyBasis.valueOf(penaltyBasis);
        PenaltyTerms terms =
                new PenaltyTerms(penaltyDailyRate, penaltyGraceDays, Rounding.valueOf(rounding), basis, penaltyCapRate);
        Amounts due = new Amounts(duePrincipalFen, dueInterestFen, duePenaltyFen, dueFeeFen);
        Amounts settled = new Amounts(settledPrincipalFen, settledInterestFen, settledPenaltyFen, settledFeeFen);
        PenaltyBase base = new PenaltyBase(dueDate, basis.of(due.minus(settled)), penaltyFenDays, penaltySince);
        return new OverdueInstallment(
                orderNo, shardKey, installmentNo, ledgerVersion, valueDate, due, settled, base, terms, channelCode);
    }
}
