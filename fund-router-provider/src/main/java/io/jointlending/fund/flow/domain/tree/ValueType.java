package io.jointlending.fund.flow.domain.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The types of inputs, extracted values and processor arguments. */
public enum ValueType {
    /** A text. */
    STRING("string", String.class),
    /** A whole number of 64 bits; amounts are fen. */
    LONG("long", Long.class),
    /** An exact decimal. */
    DECIMAL("decimal", BigDecimal.class),
    /** A day, written 2026-12-21. */
    DATE("date", LocalDate.class),
    /** A list, for {@code $each}. */
    LIST("list", Tree.Items.class),
    /** Any tree. */
    TREE("tree", Tree.class);

    private final String word;
    private final Class<?> java;

    ValueType(String word, Class<?> java) {
        this.word = word;
        this.java = java;
    }

    /** The word in a definition. */
    public String word() {
        return word;
    }

    /** The type of this word; empty for another word. */
    public static Optional<ValueType> ofWord(String word) {
        for (ValueType type : values()) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type for a Java class of a processor; empty where processors must not use it. */
    public static Optional<ValueType> ofJava(Class<?> type) {
        if (type == long.class) {
            return Optional.of(LONG);
        }
        for (ValueType candidate : values()) {
            if (candidate.java == type && type != Long.class) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether a value of the other type may stand where this one is asked for. */
    public boolean accepts(ValueType other) {
        return this == other || this == TREE;
    }

    /** The Java value of a tree read as this type; empty if the tree is something else. Nothing is converted silently. */
    public Optional<Object> read(Tree tree) {
        if (this == TREE) {
            return Optional.of(tree);
        }
        if (tree instanceof Tree.Items items) {
            return this == LIST ? Optional.of(items) : Optional.empty();
        }
        if (tree instanceof Tree.Numeral number) {
            return ofNumber(number.value());
        }
        return tree instanceof Tree.Text text ? ofText(text.value()) : Optional.empty();
    }

    private Optional<Object> ofNumber(BigDecimal number) {
        if (this == DECIMAL) {
            return Optional.of(number);
        }
        boolean whole = number.precision() - number.scale() <= 19 && number.scale() <= 0;
        if (this != LONG || !whole) {
            return Optional.empty();
        }
        BigInteger value = number.toBigIntegerExact();
        return value.bitLength() < Long.SIZE ? Optional.of(value.longValueExact()) : Optional.empty();
    }

    private Optional<Object> ofText(String text) {
        if (this == STRING) {
            return Optional.of(text);
        }
        if (this != DATE || !text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The tree for a Java value of one of these types. */
    public static Tree tree(Object value) {
        if (value instanceof Tree tree) {
            return tree;
        }
        if (value instanceof Long number) {
            return Tree.Numeral.of(number);
        }
        if (value instanceof BigDecimal number) {
            return new Tree.Numeral(number);
        }
        if (value instanceof String || value instanceof LocalDate) {
            return new Tree.Text(value.toString());
        }
        throw new IllegalArgumentException("no tree for a " + value.getClass().getName());
    }
}
