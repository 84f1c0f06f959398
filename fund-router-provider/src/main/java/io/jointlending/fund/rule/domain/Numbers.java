package io.jointlending.fund.rule.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Whole numbers of 64 bits: amounts in fen, installments.
 *
 * @param ranges from low to high, neither touching nor overlapping
 */
public record Numbers(List<Range> ranges) implements Allowed {
    /** Every number. */
    public static final Numbers ALL = new Numbers(List.of(new Range(Long.MIN_VALUE, Long.MAX_VALUE)));

    public Numbers {
        ranges = List.copyOf(ranges);
    }

    /**
     * Numbers from one to another.
     *
     * @param from first
     * @param to last, not below the first
     */
    public record Range(long from, long to) {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException("a range from " + from + " to " + to);
            }
        }

        @Override
        public String toString() {
            return from == to ? String.valueOf(from) : from + " to " + to;
        }
    }

    /** From one number to another, both included; none if the second is below the first. */
    public static Numbers between(long from, long to) {
        return new Numbers(from > to ? List.of() : List.of(new Range(from, to)));
    }

    /** These numbers and no others. */
    public static Numbers of(long... values) {
        List<Range> points = new ArrayList<>();
        for (long value : Arrays.stream(values).sorted().distinct().toArray()) {
            points.add(new Range(value, value));
        }
        return joined(points);
    }

    /** All numbers but these. */
    public Numbers complement() {
        List<Range> gaps = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (Range range : ranges) {
            if (range.from() > next) {
                gaps.add(new Range(next, range.from() - 1));
            }
            if (range.to() == Long.MAX_VALUE) {
                return new Numbers(gaps);
            }
            next = range.to() + 1;
        }
        gaps.add(new Range(next, Long.MAX_VALUE));
        return new Numbers(gaps);
    }

    @Override
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    @Override
    public boolean holds(Object value) {
        if (!(value instanceof Long number)) {
            return false;
        }
        for (Range range : ranges) {
            if (number >= range.from() && number <= range.to()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Numbers and(Allowed other) {
        List<Range> common = new ArrayList<>();
        for (Range one : ranges) {
            for (Range two : numbers(other).ranges()) {
                long from = Math.max(one.from(), two.from());
                long to = Math.min(one.to(), two.to());
                if (from <= to) {
                    common.add(new Range(from, to));
                }
            }
        }
        return joined(common);
    }

    @Override
    public Numbers minus(Allowed other) {
        return and(numbers(other).complement());
    }

    /** Ranges that touch become one, so that equal sets are equal records. */
    private static Numbers joined(List<Range> some) {
        List<Range> sorted =
                some.stream().sorted(Comparator.comparingLong(Range::from)).toList();
        List<Range> joined = new ArrayList<>();
        for (Range range : sorted) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && (last.to() == Long.MAX_VALUE || range.from() <= last.to() + 1)) {
                joined.set(joined.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
            } else {
                joined.add(range);
            }
        }
        return new Numbers(joined);
    }

    private static Numbers numbers(Allowed other) {
        if (other instanceof Numbers numbers) {
            return numbers;
        }
        throw new IllegalArgumentException("numbers beside " + other);
    }

    @Override
    public String toString() {
        return ranges.isEmpty() ? "no number" : ranges.toString();
    }
}
