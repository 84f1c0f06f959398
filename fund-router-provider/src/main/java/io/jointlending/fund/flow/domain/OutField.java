package io.jointlending.fund.flow.domain;

import io.jointlending.fund.flow.domain.tree.Pointer;
import io.jointlending.fund.flow.domain.tree.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A value taken from an answer.
 *
 * @param at where it stands
 * @param type what it must be; an answer that has something else counts as lost
 * @param when the only category in which it is taken, or null for every answer
 */
public record OutField(Pointer at, ValueType type, @Nullable Category when) {
    /** The name under which every step takes the institution's code. */
    public static final String CODE = "code";
}
