package io.jointlending.repayment.snapshot.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.PenaltyBase;
import io.jointlending.support.money.PenaltyCalculator;
import io.jointlending.support.money.PenaltyTerms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An installment past its due date, with what its ledger says of penalty; all of one moment.
 *
 * @param orderNo master order
 * @param shardKey of the order
 * @param installmentNo its number
 * @param ledgerVersion version of the ledger
 * @param valueDate latest value date of an event of the ledger
 * @param due in all, the penalty as of the last event
 * @param settled of it
 * @param base what penalty is counted on
 * @param terms of the order
 * @param channelCode of the order, null for none
 */
public record OverdueInstallment(
        String orderNo,
        int shardKey,
        int installmentNo,
        long ledgerVersion,
        LocalDate valueDate,
        Amounts due,
        Amounts settled,
        PenaltyBase base,
        PenaltyTerms terms,
        @Nullable String channelCode) {

    /** What a repayment at the end of this day would find open. The ledger is not touched. */
    public PenaltySnapshot on(LocalDate businessDate) {
        LocalDate asOf = businessDate.isBefore(valueDate) ? valueDate : businessDate;
        long penalty =
                Math.max(settled.penaltyFen(), new PenaltyCalculator(terms).penalty(base, due.principalFen(), asOf));
        Amounts open = due.with(Component.PENALTY, penalty).minus(settled);
        return new PenaltySnapshot(
                businessDate,
                orderNo,
                installmentNo,
                shardKey,
                ledgerVersion,
                asOf,
                base.dueDate(),
                Math.toIntExact(ChronoUnit.DAYS.between(base.dueDate(), businessDate)),
                open,
                penalty);
    }
}
