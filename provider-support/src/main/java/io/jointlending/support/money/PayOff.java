package io.jointlending.support.money;

import java.time.LocalDate;
import java.util.List;

/**
 * What clears a loan on a day (提前结清): all principal, interest of the installments due, and the interest of the running
 * period to the day.
 *
 * @param principalFen in fen
 * @param interestFen in fen
 */
public record PayOff(long principalFen, long interestFen) {
    /** Principal and interest together, in fen. */
    public long totalFen() {
        return Math.addExact(principalFen, interestFen);
    }

    /**
     * The figures for a plan of which the first installments were paid on time and nothing else.
     *
     * @param terms of the plan
     * @param paidInstallments how many are paid, 0 to all
     * @param date not before the due date of the last one paid
     */
    public static PayOff on(PlanTerms terms, int paidInstallments, LocalDate date) {
        if (paidInstallments < 0 || paidInstallments > terms.installments()) {
            throw new IllegalArgumentException(
                    "paidInstallments must be 0 to " + terms.installments() + ", it is " + paidInstallments);
        }
        LocalDate paidUpTo = paidInstallments == 0 ? terms.startDate() : terms.dueDate(paidInstallments);
        if (date.isBefore(paidUpTo)) {
            throw new IllegalArgumentException("date must not be before " + paidUpTo + ", it is " + date);
        }
        List<PlannedInstallment> open =
                RepaymentPlanner.DEFAULT.plan(terms).subList(paidInstallments, terms.installments());
        long principal = 0;
        long interest = 0;
        long balance = 0;
        for (PlannedInstallment row : open) {
            principal = Math.addExact(principal, row.principalFen());
            if (!row.dueDate().isAfter(date)) {
                interest = Math.addExact(interest, row.interestFen());
            }
        }
        for (PlannedInstallment row : open) {
            balance = Math.addExact(row.balanceAfterFen(), row.principalFen());
            if (row.dueDate().isAfter(date)) {
                boolean bullet = terms.method() == PlanMethod.BULLET;
                LocalDate from = bullet ? terms.startDate() : terms.periodStart(row.installmentNo());
                RunningPeriod running = RunningPeriod.of(row.installmentNo(), from, balance);
                interest = Math.addExact(interest, Replanner.interest(terms, running, date));
                break;
            }
        }
        return new PayOff(principal, interest);
    }

    /** The figures with their working-out. Parameters as in {@link #on}. */
    public static Explanation explain(PlanTerms terms, int paidInstallments, LocalDate date) {
        PayOff payOff = on(terms, paidInstallments, date);
        List<List<String>> rows = RepaymentPlanner.DEFAULT.plan(terms).stream()
                .filter(row -> row.installmentNo() > paidInstallments)
                .map(row -> List.of(
                        String.valueOf(row.installmentNo()),
                        row.dueDate().toString(),
                        String.valueOf(row.principalFen()),
                        String.valueOf(row.interestFen()),
                        interestOwed(terms, row, date)))
                .toList();
        return new Explanation(
                "pay-off on " + date + ": principal " + payOff.principalFen + " + interest " + payOff.interestFen
                        + " = " + payOff.totalFen() + " fen",
                List.of("interest of what is due in full, of the running period to the day, of later ones nothing"),
                List.of("no", "due", "principal", "planned interest", "interest owed"),
                rows);
    }

    private static String interestOwed(PlanTerms terms, PlannedInstallment row, LocalDate date) {
        if (!row.dueDate().isAfter(date)) {
            return String.valueOf(row.interestFen());
        }
        return terms.periodStart(row.installmentNo()).isBefore(date) ? "to the day" : "0";
    }
}
