package io.jointlending.fund.rule.domain;

import java.util.Set;
import java.util.TreeSet;

/**
 * Texts: some, or all but some.
 *
 * @param except false: exactly these; true: all others
 * @param words which
 */
public record Words(boolean except, Set<String> words) implements Allowed {
    /** Every text. */
    public static final Words ALL = new Words(true, Set.of());

    public Words {
        words = Set.copyOf(words);
    }

    /** Exactly these. */
    public static Words of(Set<String> words) {
        return new Words(false, words);
    }

    /** All but these. */
    public Words complement() {
        return new Words(!except, words);
    }

    @Override
    public boolean isEmpty() {
        return !except && words.isEmpty();
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof String text && words.contains(text) != except;
    }

    @Override
    public Words and(Allowed other) {
        if (!(other instanceof Words two)) {
            throw new IllegalArgumentException("texts beside " + other);
        }
        if (except && two.except) {
            return new Words(true, union(words, two.words));
        }
        if (except || two.except) {
            return new Words(false, without(except ? two.words : words, except ? words : two.words));
        }
        Set<String> common = new TreeSet<>(words);
        common.retainAll(two.words);
        return new Words(false, common);
    }

    @Override
    public Words minus(Allowed other) {
        if (!(other instanceof Words two)) {
            throw new IllegalArgumentException("texts beside " + other);
        }
        return and(two.complement());
    }

    private static Set<String> union(Set<String> one, Set<String> two) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(two);
        return all;
    }

    private static Set<String> without(Set<String> some, Set<String> those) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(those);
        return rest;
    }

    @Override
    public String toString() {
        return (except ? "all but " : "") + new TreeSet<>(words);
    }
}
