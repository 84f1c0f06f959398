package io.jointlending.fund.rule.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What some conditions leave over of another one: exact, because conditions are products of sets. */
public final class Coverage {
    /** Pieces at most that a condition may be cut into. */
    public static final int MAX_PIECES = 2_000;

    private final Map<String, Allowed> everything;

    /**
     * @param everything all values of every fact
     */
    public Coverage(Map<String, Allowed> everything) {
        this.everything = Map.copyOf(everything);
    }

    /** Within the possible values of every fact. */
    public Box possible(Box box) {
        return new Box(everything).and(box);
    }

    /**
     * The part of a condition where none of the others holds, as conditions that exclude each other; empty when the others
     * cover it, nothing when it would be cut into more than {@link #MAX_PIECES}.
     */
    public Optional<List<Box>> left(Box box, List<Box> others) {
        List<Box> left = new ArrayList<>();
        Box whole = possible(box);
        if (whole.contradiction().isEmpty()) {
            left.add(whole);
        }
        for (Box other : others) {
            List<Box> next = new ArrayList<>();
            for (Box piece : left) {
                next.addAll(cut(piece, other));
            }
            if (next.size() > MAX_PIECES) {
                return Optional.empty();
            }
            left = next;
        }
        return Optional.of(left);
    }

    /** One piece for each fact: outside there, inside for the facts before. */
    private static List<Box> cut(Box piece, Box other) {
        List<Box> pieces = new ArrayList<>();
        Map<String, Allowed> inside = new LinkedHashMap<>(piece.limits());
        for (Map.Entry<String, Allowed> limit : other.limits().entrySet()) {
            Allowed here = inside.get(limit.getKey());
            if (here == null) {
                throw new IllegalStateException("no values are declared for " + limit.getKey());
            }
            Allowed outside = here.minus(limit.getValue());
            if (!outside.isEmpty()) {
                Map<String, Allowed> one = new LinkedHashMap<>(inside);
                one.put(limit.getKey(), outside);
                pieces.add(new Box(one));
            }
            Allowed common = here.and(limit.getValue());
            if (common.isEmpty()) {
                return pieces;
            }
            inside.put(limit.getKey(), common);
        }
        return pieces;
    }
}
