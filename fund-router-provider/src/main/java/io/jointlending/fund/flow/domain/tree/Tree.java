package io.jointlending.fund.flow.domain.tree;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A wire message (报文) or a part of one: immutable, with numbers as exact decimals. */
public sealed interface Tree {
    /** A text. */
    record Text(String value) implements Tree {
        @Override
        public String toString() {
            return "'" + value + "'";
        }
    }

    /** A number, whole or decimal, never floating point. */
    record Numeral(BigDecimal value) implements Tree {
        /** A whole number, as amounts in fen are. */
        public static Numeral of(long value) {
            return new Numeral(BigDecimal.valueOf(value));
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Tree {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** An explicit null, as JSON has. */
    record Nil() implements Tree {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** Named values in the order they were written. */
    record Fields(Map<String, Tree> fields) implements Tree {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** No fields. */
        public static Fields empty() {
            return new Fields(Map.of());
        }

        /** These fields and one more, which replaces one of the same name. */
        public Fields with(String name, Tree value) {
            Map<String, Tree> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Fields(more);
        }

        @Override
        public String toString() {
            return fields.toString();
        }
    }

    /** A list of values. */
    record Items(List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.toString();
        }
    }

    /** The value at these names, item by item from here; empty where there is none. */
    default Optional<Tree> at(List<String> names) {
        Tree here = this;
        for (String name : names) {
            Tree next = null;
            if (here instanceof Fields some) {
                next = some.fields().get(name);
            } else if (here instanceof Items some && name.matches("0|[1-9][0-9]{0,5}")) {
                int index = Integer.parseInt(name);
                next = index < some.items().size() ? some.items().get(index) : null;
            }
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /** Whether this holds no other values. */
    default boolean isLeaf() {
        return !(this instanceof Fields) && !(this instanceof Items);
    }
}
