package io.jointlending.support.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The principal of one installment that penalty is counted on, and what it has gathered so far. It is a summary of the
 * installment's value-dated settlements: Σ base × days is additive, so the summary says the same as the list.
 *
 * @param dueDate the installment's due date; nothing is gathered before it
 * @param openFen principal still open, in fen
 * @param fenDays Σ base × days from the due date to {@code since}, in fen times days
 * @param since day of the last change of the base, not before the due date
 */
public record PenaltyBase(LocalDate dueDate, long openFen, long fenDays, LocalDate since) {
    /** Refuses what no history leads to. */
    public PenaltyBase {
        if (openFen < 0 || fenDays < 0 || since.isBefore(dueDate)) {
            throw new IllegalStateException("Penalty base of " + openFen + " fen, " + fenDays + " fen days since "
                    + since + ", due " + dueDate);
        }
    }

    /** The base of an installment that nothing was paid on yet. */
    public static PenaltyBase of(LocalDate dueDate, long principalFen) {
        return new PenaltyBase(dueDate, principalFen, 0, dueDate);
    }

    /**
     * The base after principal was settled.
     *
     * @param valueDate day the settlement counts from, not before that of an earlier one
     * @param fen settled principal in fen
     */
    public PenaltyBase settled(LocalDate valueDate, long fen) {
        if (fen == 0) {
            return this;
        }
        return new PenaltyBase(
                dueDate,
                Math.subtractExact(openFen, fen),
                fenDaysAt(valueDate),
                valueDate.isBefore(dueDate) ? dueDate : valueDate);
    }

    /** Σ base × days from the due date to a date, in fen times days. */
    public long fenDaysAt(LocalDate date) {
        if (!date.isAfter(dueDate)) {
            return fenDays;
        }
        long days = ChronoUnit.DAYS.between(since, date);
        if (days < 0) {
            throw new IllegalStateException("Penalty base changed on " + since + " cannot be read for " + date);
        }
        return Math.addExact(fenDays, Math.multiplyExact(openFen, days));
    }

    /** True when nothing was open any more on the last day of grace. */
    public boolean clearedWithin(int graceDays) {
        return openFen == 0 && !since.isAfter(dueDate.plusDays(graceDays));
    }
}
