package io.jointlending.fund.route.domain;

import java.util.List;

/**
 * Schemes that may fund an order, and in which order they are tried.
 *
 * @param order how they are ordered
 * @param choices as written
 */
public record Pick(Order order, List<Choice> choices) {
    public Pick {
        choices = List.copyOf(choices);
    }

    /** How the schemes of a pick are ordered. */
    public enum Order {
        /** As written. */
        PRIORITY("priority"),
        /** At random by weight, the same for an order every time. */
        WEIGHT("weight"),
        /** Cheapest first, then by name. */
        COST("cost");

        private final String word;

        Order(String word) {
            this.word = word;
        }

        /** The word in a definition. */
        public String word() {
            return word;
        }
    }

    /**
     * One scheme.
     *
     * @param scheme code
     * @param weight share of the orders, 1 to 10000; 1 where the order does not depend on it
     */
    public record Choice(String scheme, int weight) {}

    /** Schemes in this order. */
    public static Pick priority(List<String> schemes) {
        return new Pick(
                Order.PRIORITY,
                schemes.stream().map(scheme -> new Choice(scheme, 1)).toList());
    }

    /** Codes of the schemes, as written. */
    public List<String> schemes() {
        return choices.stream().map(Choice::scheme).toList();
    }
}
