package io.jointlending.fund.route.domain;

import io.jointlending.fund.rule.domain.Allowed;
import io.jointlending.fund.rule.domain.Numbers;
import io.jointlending.fund.rule.domain.Words;

/**
 * What one fact may be.
 *
 * @param kind its type
 * @param values everything it may be
 */
public record FactType(Kind kind, Allowed values) {
    /** Types of facts. */
    public enum Kind {
        /** One of some words. */
        ENUM("enum"),
        /** A whole number of 64 bits. */
        LONG("long"),
        /** Any text. */
        STRING("string");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in a definition. */
        public String word() {
            return word;
        }
    }

    /** A whole number between two others. */
    public static FactType number(long min, long max) {
        return new FactType(Kind.LONG, Numbers.between(min, max));
    }

    /** Any text. */
    public static FactType text() {
        return new FactType(Kind.STRING, Words.ALL);
    }
}
