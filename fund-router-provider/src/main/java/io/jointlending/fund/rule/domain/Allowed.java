package io.jointlending.fund.rule.domain;

/** The values that a condition allows one fact to have. */
public sealed interface Allowed permits Numbers, Words {
    /** Whether no value is left. */
    boolean isEmpty();

    /** Whether this value is among them; a value of another kind never is. */
    boolean holds(Object value);

    /** What both allow. Both must be of one kind. */
    Allowed and(Allowed other);

    /** What this allows and the other does not. Both must be of one kind. */
    Allowed minus(Allowed other);
}
