package io.jointlending.system.bench;

import io.jointlending.support.money.CumulativeSplit;
import io.jointlending.support.money.DayCount;
import io.jointlending.support.money.PlanMethod;
import io.jointlending.support.money.PlanTerms;
import io.jointlending.support.money.PlannedInstallment;
import io.jointlending.support.money.RepaymentPlanner;
import io.jointlending.support.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One repayment of one cell split to its institutions, by the rule of this project and by two that are often met (and are
 * wrong over several repayments, see docs/money-rules.md section 2); and plans.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MoneyBenchmark {
    private static final long DUE = 83_412;
    private static final long PAID = 21_600;
    private static final long PAYMENT = 7_472;

    /** Institutions of the order. */
    @Param({"2", "5"})
    public int institutions;

    private long[] weights = {};
    private long[] dues = {};
    private long[] settled = {};
    private BigDecimal[] ratios = {};
    private PlanTerms monthly = terms(DayCount.MONTHLY, 12);
    private PlanTerms daily = terms(DayCount.ACT_365, 36);

    /** Cells in the middle of their life. */
    @Setup
    public void prepare() {
        weights = institutions == 2 ? new long[] {7_000, 3_000} : new long[] {4_000, 2_500, 1_500, 1_200, 800};
        dues = CumulativeSplit.split(DUE, weights);
        settled = CumulativeSplit.split(PAID, weights);
        ratios = Arrays.stream(weights)
                .mapToObj(weight -> BigDecimal.valueOf(weight, 4))
                .toArray(BigDecimal[]::new);
        monthly = terms(DayCount.MONTHLY, 12);
        daily = terms(DayCount.ACT_365, 36);
    }

    /** The rule of this project, as the ledger calls it: cumulative, within what is booked and due. */
    @Benchmark
    public long[] splitCumulative() {
        return CumulativeSplit.split(PAID + PAYMENT, weights, settled, dues);
    }

    /** Each its rounded share in {@link BigDecimal}, the last one the rest. */
    @Benchmark
    public BigDecimal[] splitDecimalLastTakesTheRest() {
        BigDecimal left = BigDecimal.valueOf(PAYMENT, 2);
        BigDecimal payment = left;
        BigDecimal[] parts = new BigDecimal[ratios.length];
        for (int i = 0; i < parts.length - 1; i++) {
            parts[i] = payment.multiply(ratios[i]).setScale(2, RoundingMode.HALF_UP);
            left = left.subtract(parts[i]);
        }
        parts[parts.length - 1] = left;
        return parts;
    }

    /** Largest remainder over whole fen. */
    @Benchmark
    public long[] splitLargestRemainder() {
        long whole = 0;
        for (long weight : weights) {
            whole += weight;
        }
        long total = whole;
        long[] parts = new long[weights.length];
        long left = PAYMENT;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = PAYMENT * weights[i] / total;
            left -= parts[i];
        }
        List<Integer> byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -(PAYMENT * weights[i] % total)))
                .toList();
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        return parts;
    }

    /** Twelve equal installments, a twelfth of a year each. */
    @Benchmark
    public List<PlannedInstallment> planTwelveMonthly() {
        return RepaymentPlanner.DEFAULT.plan(monthly);
    }

    /** Thirty-six equal installments by actual days. */
    @Benchmark
    public List<PlannedInstallment> planThirtySixByDays() {
        return RepaymentPlanner.DEFAULT.plan(daily);
    }

    private static PlanTerms terms(DayCount dayCount, int installments) {
        LocalDate start = LocalDate.of(2026, 1, 15);
        return new PlanTerms(
                2_912_200,
                new BigDecimal("0.18"),
                PlanMethod.EQUAL_INSTALLMENT,
                dayCount,
                start,
                PlanTerms.monthlyDueDates(start, installments),
                Rounding.HALF_UP,
                1,
                0,
                false);
    }
}
