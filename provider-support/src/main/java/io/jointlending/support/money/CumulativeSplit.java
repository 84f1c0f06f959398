package io.jointlending.support.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides an amount between the institutions of an order by integer weights (拆账). This is the only class that divides
 * money between parties.
 *
 * <p>The share of each institution is a function of the <em>cumulative</em> amount, not of the single payment: what one
 * payment gives to an institution is the difference of two such functions. So no fen is lost or made however a debt is
 * cut into payments (the one-cent problem), no institution ever pays back when the borrower pays, and when a debt is
 * settled every institution's part of it is settled.
 *
 * <p>The function is nested cumulative rounding: the stored order of institutions is halved (first half ⌈n/2⌉), the
 * first half gets its share rounded half up, the second half the rest, and so on inside each half. Lower bounds (what is
 * already booked) and upper bounds (what is due) clamp each step, which keeps every state feasible after due changes and
 * reversals too. Rounding each institution alone, giving the last one the rest, or the largest remainder all break at
 * least one of these promises; {@code docs/money-rules.md} has the smallest examples.
 */
public final class CumulativeSplit {
    private CumulativeSplit() {}

    /** Shares of a cumulative amount, nothing booked before and nothing bounding them. */
    public static long[] split(long amount, long[] weights) {
        return split(amount, weights, new long[weights.length], null);
    }

    /**
     * Shares of a cumulative amount within bounds.
     *
     * @param amount cumulative amount in fen
     * @param weights one per institution in stored order, not negative
     * @param lo what each institution has at least, in fen; not negative
     * @param hi what each institution has at most, in fen; null for no bound
     * @return shares in fen: they add up to the amount and keep the bounds
     * @throws IllegalStateException when the bounds leave no room for the amount; the message has all numbers
     */
    public static long[] split(long amount, long[] weights, long[] lo, long @Nullable [] hi) {
        requireRoom(amount, weights, lo, hi);
        Run run = new Run(weights, lo, hi);
        run.fill(amount, 0, weights.length);
        return run.shares;
    }

    /**
     * Cuts consecutive parts of one whole, so that the pieces of each institution add up to its share of the whole: the
     * cumulative shares after each part, less those before it.
     *
     * @param parts the parts in fen, for example the principal of each installment
     * @param weights one per institution in stored order
     * @return for each part the pieces per institution, in fen, none negative
     */
    public static long[][] cut(long[] parts, long[] weights) {
        long[][] pieces = new long[parts.length][];
        long cumulative = 0;
        long[] before = new long[weights.length];
        for (int part = 0; part < parts.length; part++) {
            cumulative = Math.addExact(cumulative, parts[part]);
            long[] after = split(cumulative, weights, before, null);
            pieces[part] = new long[weights.length];
            for (int i = 0; i < weights.length; i++) {
                pieces[part][i] = after[i] - before[i];
            }
            before = after;
        }
        return pieces;
    }

    /**
     * A split with its working-out: each group of the stored order with its half-up share, the bounds of the step and what
     * it got. Parameters as in {@link #split(long, long[], long[], long[])}.
     */
    public static Explanation explain(long amount, long[] weights, long[] lo, long @Nullable [] hi) {
        requireRoom(amount, weights, lo, hi);
        Run run = new Run(weights, lo, hi);
        run.steps = new ArrayList<>();
        run.fill(amount, 0, weights.length);
        return new Explanation(
                "split of " + amount + " fen by " + Arrays.toString(weights),
                List.of(
                        "the first half of each group gets its share rounded half up, within the bounds; the rest gets what is left",
                        "shares: " + Arrays.toString(run.shares)),
                List.of("group", "amount", "first half", "weight", "of", "half up", "at least", "at most", "gets"),
                run.steps);
    }

    private static void requireRoom(long amount, long[] weights, long[] lo, long @Nullable [] hi) {
        boolean room = weights.length > 0
                && lo.length == weights.length
                && (hi == null || hi.length == weights.length)
                && amount >= sum(lo, 0, lo.length)
                && (hi == null || amount <= sum(hi, 0, hi.length));
        for (int i = 0; room && i < weights.length; i++) {
            room = weights[i] >= 0 && lo[i] >= 0 && (hi == null || lo[i] <= hi[i]);
        }
        if (!room) {
            throw new IllegalStateException("No split of " + amount + " fen by weights " + Arrays.toString(weights)
                    + " lies between " + Arrays.toString(lo) + " and "
                    + (hi == null ? "no upper bound" : Arrays.toString(hi)));
        }
    }

    private static long sum(long[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Math.addExact(sum, values[i]);
        }
        return sum;
    }

    /** floor((2·amount·part + whole) / (2·whole)): the half-up share, with products beyond 64 bits where needed. */
    private static long halfUpShare(long amount, long part, long whole) {
        if (whole == 0) {
            return 0;
        }
        long product = amount * part;
        boolean fits = Math.multiplyHigh(amount, part) == 0
                && product >= 0
                && whole <= Long.MAX_VALUE / 2
                && product <= (Long.MAX_VALUE - whole) / 2;
        if (fits) {
            return (2 * product + whole) / (2 * whole);
        }
        BigInteger twiceWhole = BigInteger.valueOf(whole).shiftLeft(1);
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .shiftLeft(1)
                .add(BigInteger.valueOf(whole))
                .divide(twiceWhole)
                .longValueExact();
    }

    /** One split under way. Groups are ranges of the stored order. */
    private static final class Run {
        private final long[] weights;
        private final long[] lo;
        private final long @Nullable [] hi;
        private final long[] shares;
        private @Nullable List<List<String>> steps;

        Run(long[] weights, long[] lo, long @Nullable [] hi) {
            this.weights = weights;
            this.lo = lo;
            this.hi = hi;
            this.shares = new long[weights.length];
        }

        void fill(long amount, int from, int to) {
            if (to - from == 1) {
                shares[from] = amount;
                return;
            }
            int middle = from + (to - from + 1) / 2;
            long weightFirst = sum(weights, from, middle);
            long share = halfUpShare(amount, weightFirst, Math.addExact(weightFirst, sum(weights, middle, to)));
            long atLeast = sum(lo, from, middle);
            long atMost = amount - sum(lo, middle, to);
            if (hi != null) {
                atLeast = Math.max(atLeast, amount - sum(hi, middle, to));
                atMost = Math.min(atMost, sum(hi, from, middle));
            }
            long first = Math.min(Math.max(share, atLeast), atMost);
            if (steps != null) {
                steps.add(step(amount, from, middle, to, weightFirst, share, atLeast, atMost, first));
            }
            fill(first, from, middle);
            fill(amount - first, middle, to);
        }

        private List<String> step(long amount, int from, int middle, int to, long... figures) {
            List<String> cells = new ArrayList<>();
            cells.add(from + 1 + "-" + to);
            cells.add(String.valueOf(amount));
            cells.add(from + 1 + "-" + middle);
            cells.add(String.valueOf(figures[0]));
            cells.add(String.valueOf(sum(weights, from, to)));
            for (int i = 1; i < figures.length; i++) {
                cells.add(String.valueOf(figures[i]));
            }
            return cells;
        }
    }
}
