package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.CumulativeSplit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Splits one line of an event to the institutions, cell by cell (installment × component). Dues only grow here and
 * settled only rises: what is already booked is the lower bound of the next split.
 */
final class RepaymentSplitter {
    private RepaymentSplitter() {}

    static SharedInstallment apply(MasterLine line, SharedInstallment before, long[] weights) {
        List<Amounts> dues = before.dues();
        if (line.penaltyGrowthFen() > 0) {
            dues = grow(dues, line.penaltyGrowthFen(), weights);
        }
        List<Amounts> settled = before.settled();
        for (Component component : Component.values()) {
            long fen = line.settled().of(component);
            if (fen > 0) {
                settled = settle(settled, dues, component, fen, weights);
            }
        }
        return new SharedInstallment(before.installmentNo(), dues, settled);
    }

    private static List<Amounts> grow(List<Amounts> dues, long fen, long[] weights) {
        long[] penalties = SharedInstallment.column(dues, Component.PENALTY);
        long due = Math.addExact(LongStream.of(penalties).sum(), fen);
        return SharedInstallment.withColumn(
                dues, Component.PENALTY, CumulativeSplit.split(due, weights, penalties, null));
    }

    private static List<Amounts> settle(
            List<Amounts> settled, List<Amounts> dues, Component component, long fen, long[] weights) {
        long[] lo = SharedInstallment.column(settled, component);
        long[] hi = SharedInstallment.column(dues, component);
        long cumulative = Math.addExact(LongStream.of(lo).sum(), fen);
        return SharedInstallment.withColumn(
                settled, component, CumulativeSplit.split(cumulative, cellWeights(hi, weights), lo, hi));
    }

    /**
     * The weights that reach the dues exactly: the order's own where they made the dues, otherwise (principal, which is
     * cut by cumulative differences) the dues themselves.
     */
    private static long[] cellWeights(long[] dues, long[] weights) {
        boolean made = Arrays.equals(CumulativeSplit.split(LongStream.of(dues).sum(), weights), dues);
        return made ? weights : dues;
    }
}
