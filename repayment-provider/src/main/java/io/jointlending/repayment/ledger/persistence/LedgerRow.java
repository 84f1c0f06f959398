package io.jointlending.repayment.ledger.persistence;

import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Settlement;
import io.jointlending.support.money.PenaltyTerms;
import io.jointlending.support.money.Rounding;
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
        boolean settledAnnounced) {

    static LedgerRow of(LedgerHead head) {
        Settlement settlement = head.settlement();
        return new LedgerRow(
                head.orderNo(),
                OrderNumbers.geneOf(head.orderNo()),
                head.borrowerNo(),
                head.status().name(),
                head.principalFen(),
                head.startDate(),
                head.planVersion(),
                head.penaltyTerms().dailyRate(),
                head.penaltyTerms().graceDays(),
                head.penaltyTerms().rounding().name(),
                head.ledgerVersion(),
                head.lastSequence(),
                head.splitSequence(),
                head.splitVersion(),
                head.valueDate(),
                settlement == null ? null : settlement.sequence(),
                settlement == null ? null : settlement.settledOn(),
                head.settledAnnounced());
    }

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
