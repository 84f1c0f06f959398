package io.jointlending.support.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a repayment plan is made from.
 *
 * @param principalFen loan amount in fen, positive
 * @param annualRate interest per year as a fraction (0.18 is 18 %), not negative
 * @param method how it is paid back
 * @param dayCount how a period becomes part of a year
 * @param startDate day from which interest runs, Asia/Shanghai
 * @param dueDates 1 to 600 due dates, each after the one before and the first after the start
 * @param rounding for every figure of the plan
 * @param installmentMultipleFen the equal installment is rounded to a multiple of it, in fen; 1 for none
 * @param interestOnlyInstallments leading installments without principal, fewer than there are installments
 * @param firstPeriodByDays with MONTHLY: the first period counts by its actual days over 360, for a first due date that is
 *     not a month after the start (a broken first period)
 */
public record PlanTerms(
        long principalFen,
        BigDecimal annualRate,
        PlanMethod method,
        DayCount dayCount,
        LocalDate startDate,
        List<LocalDate> dueDates,
        Rounding rounding,
        long installmentMultipleFen,
        int interestOnlyInstallments,
        boolean firstPeriodByDays) {
    private static final int INSTALLMENTS_MAX = 600;
    private static final int RATE_SCALE_MAX = 20;
    private static final BigDecimal RATE_MAX = BigDecimal.valueOf(1_000);
    private static final int MONTHS_PER_YEAR = 12;
    private static final int SHORT_YEAR = 360;
    private static final int LONG_YEAR = 365;

    /** Refuses terms that no plan can be made from, naming the rule. */
    public PlanTerms {
        dueDates = List.copyOf(dueDates);
        require(principalFen > 0, "the principal must be positive, it is " + principalFen);
        require(
                annualRate.signum() >= 0 && annualRate.compareTo(RATE_MAX) < 0 && annualRate.scale() <= RATE_SCALE_MAX,
                "the annual rate must be a fraction from 0 with at most 20 decimals, it is " + annualRate);
        require(
                !dueDates.isEmpty() && dueDates.size() <= INSTALLMENTS_MAX,
                "there must be 1 to 600 due dates, there are " + dueDates.size());
        LocalDate before = startDate;
        for (LocalDate dueDate : dueDates) {
            require(dueDate.isAfter(before), "due date " + dueDate + " must be after " + before);
            before = dueDate;
        }
        require(
                installmentMultipleFen >= 1,
                "the multiple of the installment must be at least 1 fen, it is " + installmentMultipleFen);
        require(
                interestOnlyInstallments >= 0 && interestOnlyInstallments < dueDates.size(),
                "interest-only installments must leave one with principal, there are " + interestOnlyInstallments);
    }

    /** Terms with the defaults: monthly from the start, month ends kept, no multiple, principal from the first installment. */
    public static PlanTerms monthly(
            long principalFen,
            BigDecimal annualRate,
            PlanMethod method,
            int installments,
            LocalDate startDate,
            Rounding rounding) {
        return new PlanTerms(
                principalFen,
                annualRate,
                method,
                DayCount.MONTHLY,
                startDate,
                monthlyDueDates(startDate, installments),
                rounding,
                1,
                0,
                false);
    }

    /** The start plus 1, 2, … months: the 31st falls on the last day of a shorter month and comes back after it. */
    public static List<LocalDate> monthlyDueDates(LocalDate startDate, int installments) {
        require(
                installments >= 1 && installments <= INSTALLMENTS_MAX,
                "there must be 1 to 600 installments, there are " + installments);
        return IntStream.rangeClosed(1, installments)
                .mapToObj(startDate::plusMonths)
                .toList();
    }

    /** Number of installments. */
    public int installments() {
        return dueDates.size();
    }

    /** First day of the period of an installment (1, 2, …): the due date before, at first the start. */
    public LocalDate periodStart(int installmentNo) {
        return installmentNo == 1 ? startDate : dueDates.get(installmentNo - 2);
    }

    /** Due date of an installment. */
    public LocalDate dueDate(int installmentNo) {
        return dueDates.get(installmentNo - 1);
    }

    /** Days of the period of an installment. */
    long periodDays(int installmentNo) {
        return ChronoUnit.DAYS.between(periodStart(installmentNo), dueDate(installmentNo));
    }

    /** Interest of a period = annual rate × Σ balance × days / this. */
    long yearDays(int installmentNo) {
        return switch (dayCount) {
            case ACT_365 -> LONG_YEAR;
            case ACT_360 -> SHORT_YEAR;
            case MONTHLY ->
                installmentNo == 1 && firstPeriodByDays ? SHORT_YEAR : MONTHS_PER_YEAR * periodDays(installmentNo);
        };
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
