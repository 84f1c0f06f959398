package io.jointlending.system.demo;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Prints a file of invented orders as they happen: most on time, some late, some paid off early, some in odd amounts, a few
 * not finished. {@code docs/samples/orders-200.csv} is its output for 200 orders and seed 20250101.
 */
public final class SampleOrders {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);
    private static final int START_DAYS = 60;
    private static final int DAYS_BETWEEN_STARTS = 3;
    private static final long LEAST_STEP = 10;
    private static final long MOST_STEP = 5_000;
    private static final long STEP_FEN = 1_000;
    private static final List<Integer> TERMS = List.of(3, 6, 12);
    private static final List<Product> PRODUCTS = List.of(
            new Product("LOAN-OWNER-HEXINHOUSE-A", "0.18", List.of("", "JOINT-70-30", "JOINT-50-30-20", "JOINT-80-20")),
            new Product("LOAN-OWNER-HEXINHOUSE-B", "0.144", List.of("JOINT-70-30", "JOINT-50-30-20", "JOINT-80-20")),
            new Product("LOAN-OWNER-HEXINHOUSE-C", "0.2388", List.of("", "JOINT-50-30-20", "JOINT-70-30")));

    private final SplittableRandom random;

    private SampleOrders(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private record Product(String code, String annualRate, List<String> schemes) {}

    /** {@code SampleOrders COUNT SEED} prints the file on stdout. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        lines(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])).forEach(out::println);
    }

    static List<String> lines(int count, long seed) {
        SampleOrders samples = new SampleOrders(seed);
        List<String> lines = new ArrayList<>();
        lines.add(OrdersFile.HEADER);
        for (int i = 1; i <= count; i++) {
            lines.add(samples.line(i));
        }
        return lines;
    }

    private String line(int index) {
        Product product = any(PRODUCTS);
        LocalDate start = FIRST_DAY.plusDays((long) random.nextInt(START_DAYS) * DAYS_BETWEEN_STARTS);
        int terms = any(TERMS);
        long amountFen = random.nextLong(LEAST_STEP, MOST_STEP + 1) * STEP_FEN;
        long installmentFen = installment(amountFen, new BigDecimal(product.annualRate()), terms);
        return String.format("ORD-%05d", index) + "," + start + "," + product.code() + "," + any(product.schemes())
                + "," + amountFen + "," + terms + "," + String.join("|", repayments(start, terms, installmentFen));
    }

    private List<String> repayments(LocalDate start, int terms, long installmentFen) {
        int habit = random.nextInt(100);
        if (habit < 45) {
            return monthly(start, terms, terms, installmentFen, -3, 1, true); // on time
        } else if (habit < 63) {
            return monthly(start, terms, terms, installmentFen, 4, 45, true); // late, with penalty
        } else if (habit < 78) {
            return monthly(start, terms, random.nextInt(1, terms), installmentFen, -2, 1, true); // paid off early
        } else if (habit < 92) {
            return odd(start, terms, installmentFen);
        }
        return monthly(start, terms, random.nextInt(terms), installmentFen, -1, 10, false); // not finished
    }

    /** One payment per installment, between the given days around the due date; the last may be everything owed. */
    private List<String> monthly(
            LocalDate start, int terms, int paid, long installmentFen, int earliest, int latest, boolean clears) {
        List<String> pairs = new ArrayList<>();
        for (int no = 1; no <= paid; no++) {
            LocalDate day = start.plusMonths(no).plusDays(random.nextInt(earliest, latest));
            boolean last = clears && no == paid;
            pairs.add(day + ":" + (last ? "rest" : Long.toString(installmentFen)));
        }
        if (clears && paid < terms && random.nextBoolean()) {
            pairs.set(paid - 1, pairs.get(paid - 1).replace(":rest", ":" + installmentFen));
            pairs.add(start.plusMonths(paid).plusDays(15) + ":rest");
        }
        return pairs;
    }

    /** Several payments in a month, none of them a round figure. */
    private List<String> odd(LocalDate start, int terms, long installmentFen) {
        List<String> pairs = new ArrayList<>();
        for (int no = 1; no <= terms; no++) {
            LocalDate due = start.plusMonths(no);
            List<Long> parts = Cuts.of(installmentFen, random.nextInt(2, 5), random.nextLong());
            for (int part = 0; part < parts.size(); part++) {
                pairs.add(due.minusDays((long) parts.size() - 1 - part) + ":" + parts.get(part));
            }
        }
        pairs.add(start.plusMonths(terms).plusDays(1) + ":rest");
        return pairs;
    }

    /** The annuity in fen, as a borrower would read it off the plan. */
    private static long installment(long amountFen, BigDecimal annualRate, int terms) {
        MathContext exact = MathContext.DECIMAL64;
        BigDecimal monthly = annualRate.divide(BigDecimal.valueOf(12), exact);
        BigDecimal growth = BigDecimal.ONE.add(monthly).pow(terms, exact);
        return BigDecimal.valueOf(amountFen)
                .multiply(monthly, exact)
                .multiply(growth, exact)
                .divide(growth.subtract(BigDecimal.ONE), exact)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
