package io.jointlending.support.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loan costs in a year, from its cash flow with all fees.
 *
 * <p>The actuarial rate is the one of 12 CFR 1026 (Regulation Z), appendix J: Σ payment / ((1 + f·i)·(1 + i)^t) = advanced
 * for the rate i of a unit period, t whole unit periods and the fraction f of the first one; a year has a fixed number of
 * unit periods. The effective rate compounds day by day over 365 days.
 *
 * <p>The sum falls and is convex in i, so Newton's steps from 0 approach the root from one side and cannot miss it.
 */
public final class AnnualPercentageRate {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal STEP_MIN = new BigDecimal("1e-24");
    private static final int STEPS_MAX = 10_000;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int DAYS_PER_YEAR = 365;
    private static final int MONTHS_PER_YEAR = 12;
    /** Appendix J counts odd days of a month over 30. */
    private static final int DAYS_PER_MONTH = 30;

    private static final int SHOWN_DECIMALS = 4;

    private AnnualPercentageRate() {}

    /**
     * The actuarial rate of equally spaced payments.
     *
     * @param advancedFen what the borrower got, in fen, positive
     * @param payments in fen, not negative, together at least what was advanced
     * @param firstUnits whole unit periods from the advance to the first payment
     * @param firstFraction further part of a unit period, from 0 and below 1
     * @param unitsPerYear unit periods of a year
     * @return per year as a fraction, exact to 20 decimals
     * @throws IllegalArgumentException naming the rule that the cash flow breaks
     */
    public static BigDecimal actuarial(
            long advancedFen, long[] payments, int firstUnits, BigDecimal firstFraction, int unitsPerYear) {
        require(firstUnits >= 0, "firstUnits must not be negative, it is " + firstUnits);
        require(
                firstFraction.signum() >= 0 && firstFraction.compareTo(BigDecimal.ONE) < 0,
                "firstFraction must be from 0 and below 1, it is " + firstFraction);
        require(unitsPerYear > 0, "unitsPerYear must be positive, it is " + unitsPerYear);
        long[] units = new long[payments.length];
        for (int k = 0; k < units.length; k++) {
            units[k] = (long) firstUnits + k;
        }
        return root(advancedFen, payments, units, firstFraction).multiply(BigDecimal.valueOf(unitsPerYear), PRECISION);
    }

    /**
     * The actuarial rate of a monthly plan, with an odd first period counted in whole months and days over 30.
     *
     * @param terms of the plan
     * @param advancedFen what the borrower got: the loan less what was kept from it, in fen
     * @param payments per installment with its fee, in fen
     */
    public static BigDecimal ofPlan(PlanTerms terms, long advancedFen, long[] payments) {
        long months = ChronoUnit.MONTHS.between(terms.startDate(), terms.dueDate(1));
        long days = ChronoUnit.DAYS.between(terms.startDate().plusMonths(months), terms.dueDate(1));
        BigDecimal fraction = BigDecimal.valueOf(days).divide(BigDecimal.valueOf(DAYS_PER_MONTH), PRECISION);
        if (fraction.compareTo(BigDecimal.ONE) >= 0) {
            months++;
            fraction = BigDecimal.ZERO;
        }
        return actuarial(advancedFen, payments, Math.toIntExact(months), fraction, MONTHS_PER_YEAR);
    }

    /**
     * The effective rate of dated payments.
     *
     * @param advancedFen what the borrower got, in fen
     * @param on the day of the advance
     * @param payments after it or on that day
     * @return per year as a fraction
     */
    public static BigDecimal effective(long advancedFen, LocalDate on, List<CashFlow> payments) {
        long[] days = payments.stream()
                .mapToLong(payment -> ChronoUnit.DAYS.between(on, payment.date()))
                .toArray();
        for (long day : days) {
            require(day >= 0, "a payment must not be before " + on);
        }
        long[] fen = payments.stream().mapToLong(CashFlow::fen).toArray();
        return root(advancedFen, fen, days, BigDecimal.ZERO)
                .add(BigDecimal.ONE)
                .pow(DAYS_PER_YEAR, PRECISION)
                .subtract(BigDecimal.ONE);
    }

    /** The actuarial rate with its working-out: what each payment is worth at that rate; they add up to the advance. */
    public static Explanation explain(
            long advancedFen, long[] payments, int firstUnits, BigDecimal firstFraction, int unitsPerYear) {
        BigDecimal year = actuarial(advancedFen, payments, firstUnits, firstFraction, unitsPerYear);
        BigDecimal rate = year.divide(BigDecimal.valueOf(unitsPerYear), PRECISION);
        BigDecimal simple = BigDecimal.ONE.add(firstFraction.multiply(rate, PRECISION));
        BigDecimal sum = BigDecimal.ZERO;
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < payments.length; k++) {
            BigDecimal divisor = simple.multiply(BigDecimal.ONE.add(rate).pow(firstUnits + k, PRECISION), PRECISION);
            BigDecimal present = BigDecimal.valueOf(payments[k]).divide(divisor, PRECISION);
            sum = sum.add(present);
            rows.add(List.of(
                    String.valueOf(firstUnits + k),
                    String.valueOf(payments[k]),
                    present.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).toPlainString()));
        }
        return new Explanation(
                "actuarial rate " + percent(year, SHOWN_DECIMALS) + " % a year",
                List.of(
                        "rate of a unit period: " + percent(rate, 2 * SHOWN_DECIMALS) + " %, " + unitsPerYear
                                + " unit periods a year, first payment after " + firstUnits + " and "
                                + firstFraction.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP) + " unit periods",
                        "advanced: " + advancedFen + " fen; worth of the payments: "
                                + sum.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)),
                List.of("units", "payment", "worth"),
                rows);
    }

    /** A rate as per cent with this many decimals, half up. */
    public static BigDecimal percent(BigDecimal rate, int decimals) {
        return rate.multiply(PERCENT).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The rate of one unit at which the payments are worth what was advanced; times ascend. */
    private static BigDecimal root(long advancedFen, long[] payments, long[] times, BigDecimal fraction) {
        require(advancedFen > 0, "advanced must be positive, it is " + advancedFen);
        requireRepaid(advancedFen, payments);
        BigDecimal advanced = BigDecimal.valueOf(advancedFen);
        BigDecimal rate = BigDecimal.ZERO;
        for (int step = 0; step < STEPS_MAX; step++) {
            BigDecimal growth = BigDecimal.ONE.add(rate);
            BigDecimal simple = BigDecimal.ONE.add(fraction.multiply(rate, PRECISION));
            BigDecimal worth = BigDecimal.ZERO;
            BigDecimal weighted = BigDecimal.ZERO;
            BigDecimal discount = BigDecimal.ONE;
            long time = 0;
            for (int k = 0; k < payments.length; k++) {
                discount = discount.divide(growth.pow(Math.toIntExact(times[k] - time), PRECISION), PRECISION);
                time = times[k];
                BigDecimal present = BigDecimal.valueOf(payments[k]).multiply(discount, PRECISION);
                worth = worth.add(present, PRECISION);
                weighted = weighted.add(present.multiply(BigDecimal.valueOf(time), PRECISION), PRECISION);
            }
            BigDecimal value = worth.divide(simple, PRECISION);
            BigDecimal slope = value.multiply(fraction, PRECISION)
                    .add(weighted.divide(growth, PRECISION), PRECISION)
                    .divide(simple, PRECISION);
            BigDecimal excess = value.subtract(advanced);
            if (excess.signum() <= 0 || slope.signum() == 0) {
                return rate;
            }
            BigDecimal increment = excess.divide(slope, PRECISION);
            rate = rate.add(increment, PRECISION);
            if (increment.compareTo(STEP_MIN) < 0) {
                return rate;
            }
        }
        throw new ArithmeticException("no rate found for " + advancedFen + " fen advanced");
    }

    private static void requireRepaid(long advancedFen, long[] payments) {
        long sum = 0;
        for (long payment : payments) {
            require(payment >= 0, "a payment must not be negative, there is one of " + payment);
            sum = Math.addExact(sum, payment);
        }
        require(
                sum >= advancedFen,
                "the payments must repay the advance of " + advancedFen + " fen, they are " + sum + " fen");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
