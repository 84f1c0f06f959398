package io.jointlending.fund.flow.domain;

import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.ValueType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value taken from an answer.
 *
 * @param at where it stands
 * @param type what it must be; an answer that has something else counts as lost
 * @param when the only category in which it is taken, or null for every answer
 * @param item of a list, what is taken of each entry and under which name; empty for every other type
 */
public record OutField(Pointer at, ValueType type, @Nullable Category when, Map<String, Pointer> item) {
    /** The name under which every step takes the institution's code. */
    public static final String CODE = "code";

    /** Entries that a list has at most; an answer with more counts as lost. */
    public static final int MOST_ITEMS = 1_000;

    public OutField {
        item = Map.copyOf(item);
    }
}
