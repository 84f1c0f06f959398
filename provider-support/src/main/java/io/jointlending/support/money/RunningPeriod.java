package io.jointlending.support.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The period that a day lies in, with what interest has run on since it began.
 *
 * @param installmentNo the installment at its end, the first that is not yet due
 * @param balances since the period's start (with BULLET since the loan's start), in order; the last holds from its day on
 * @param prepaidFen principal prepaid after the period's first day, in fen
 */
public record RunningPeriod(int installmentNo, List<BalanceStep> balances, long prepaidFen) {
    /** Refuses steps that are out of order. */
    public RunningPeriod {
        balances = List.copyOf(balances);
        boolean inOrder = !balances.isEmpty() && prepaidFen >= 0;
        for (int i = 1; inOrder && i < balances.size(); i++) {
            inOrder = !balances.get(i).from().isBefore(balances.get(i - 1).from());
        }
        if (!inOrder) {
            throw new IllegalArgumentException(
                    "No running period: installment " + installmentNo + ", " + balances + ", prepaid " + prepaidFen);
        }
    }

    /** A period in which nothing is prepaid yet. */
    public static RunningPeriod of(int installmentNo, LocalDate start, long balanceFen) {
        return new RunningPeriod(installmentNo, List.of(new BalanceStep(start, balanceFen)), 0);
    }

    /** Σ balance × days up to a day, in fen times days. */
    long fenDays(LocalDate to) {
        long sum = 0;
        for (int i = 0; i < balances.size(); i++) {
            LocalDate from = balances.get(i).from();
            LocalDate until = i + 1 < balances.size() ? balances.get(i + 1).from() : to;
            LocalDate end = until.isAfter(to) ? to : until;
            if (end.isAfter(from)) {
                sum = Math.addExact(
                        sum, Math.multiplyExact(balances.get(i).balanceFen(), ChronoUnit.DAYS.between(from, end)));
            }
        }
        return sum;
    }
}
