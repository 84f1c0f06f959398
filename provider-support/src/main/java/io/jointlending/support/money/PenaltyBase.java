package io.jointlending.support.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What of one installment penalty is counted on, and what it has gathered so far. It is a summary of the
 * installment's value-dated settlements: Σ base × days is additive, so the summary says the same as the list.
 *
 * @param dueDate the installment's due date; nothing is gathered before it
 * @param openFen the base now, in fen: what is still open
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
     * The base after something of it was settled.
     *
     * @param valueDate day the settlement counts from, not before that of an earlier one
     * @param fen settled in fen
     */
    public PenaltyBase settled(LocalDate valueDate, long fen) {
        return changed(valueDate, Math.negateExact(fen));
    }

    /**
     * The base after it became larger or smaller.
     *
     * @param valueDate day the change counts from, not before that of an earlier one
     * @param fen change in fen
     */
    public PenaltyBase changed(LocalDate valueDate, long fen) {
        if (fen == 0) {
            return this;
        }
        return new PenaltyBase(dueDate, Math.addExact(openFen, fen), fenDaysAt(valueDate), later(valueDate));
    }

    /**
     * The base after a settlement bounced: it counts as if it had never been made, so the days since gather too.
     *
     * @param settledOn day the settlement counted from
     * @param valueDate day of the reversal, not before that of an earlier change
     * @param fen what is open again, in fen
     */
    public PenaltyBase restored(LocalDate settledOn, LocalDate valueDate, long fen) {
        long days = ChronoUnit.DAYS.between(later(settledOn), later(valueDate));
        if (fen < 0 || days < 0) {
            throw new IllegalStateException(
                    fen + " fen settled on " + settledOn + " cannot be open again on " + valueDate + ": " + this);
        }
        PenaltyBase open = changed(valueDate, fen);
        return new PenaltyBase(
                dueDate, open.openFen, Math.addExact(open.fenDays, Math.multiplyExact(fen, days)), open.since);
    }

    private LocalDate later(LocalDate date) {
        return date.isBefore(dueDate) ? dueDate : date;
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
