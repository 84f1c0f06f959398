package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Settlement;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record LedgerRow(
        String orderNo,
        String borrowerNo,
        Long principalFen,
        LocalDate startDate,
        Integer planVersion,
        BigDecimal penaltyDailyRate,
        Integer penaltyGraceDays,
        String rounding,
        Long ledgerVersion,
        Long lastSequence,
        Long splitSequence,
        Integer splitVersion,
        LocalDate valueDate,
        @Nullable Long settledSequence,
        @Nullable LocalDate settledOn,
        Boolean settledAnnounced) {

    LedgerHead head() {
        return new LedgerHead(
                orderNo,
                borrowerNo,
                principalFen,
                startDate,
                planVersion,
                new PenaltyTerms(penaltyDailyRate, penaltyGraceDays, Rounding.valueOf(rounding)),
                ledgerVersion,
                lastSequence,
                splitSequence,
                splitVersion,
                valueDate,
                settledSequence == null || settledOn == null ? null : new Settlement(settledSequence, settledOn),
                settledAnnounced);
    }
}
