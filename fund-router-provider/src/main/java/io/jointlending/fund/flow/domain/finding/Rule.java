package io.jointlending.fund.flow.domain.finding;

/**
 * The rules of definitions. Their numbers and ids are those of {@code docs/flows.md} (to 20), of {@code docs/routing.md} (from
 * 31) and of every finding.
 */
public enum Rule {
    /** Unknown or missing property, duplicate key, wrong type of a scalar, anchors, text that is no YAML. */
    SYNTAX(1, "syntax"),
    /** Every named step exists. */
    TARGET(2, "target"),
    /** Every step can be reached from the start. */
    REACHABLE(3, "reachable"),
    /** Every step can reach an end, and there are ends for SUCCESS and MANUAL. */
    END(4, "end"),
    /** Each category is handled exactly once. */
    CATEGORY(5, "category"),
    /** A lost answer is handled, and a step that must never be sent twice cannot be. */
    LOST_ANSWER(6, "lost-answer"),
    /** Every cycle waits somewhere. */
    CYCLE(7, "cycle"),
    /** Waits and repetitions are bounded. */
    AGAIN(8, "again"),
    /** A callback step says all that a callback needs, and sends nothing. */
    CALLBACK(9, "callback"),
    /** An endpoint is a method and a relative path. */
    ENDPOINT(10, "endpoint"),
    /** A processor exists and gets what it takes. */
    PROCESSOR(11, "processor"),
    /** Every path is a declared input, list or extracted value. */
    INPUT(12, "input"),
    /** An expression is the whole leaf and keeps to the grammar. */
    EXPRESSION(13, "expression"),
    /** An extracted value is set on every way to the step that uses it. */
    ASSIGNED(14, "assigned"),
    /** The institution's code is extracted by every step, as text. */
    CODE(15, "code"),
    /** The examples hold, and there is one for each outcome. */
    EXAMPLE(16, "example"),
    /** Names, sizes, depths and counts. */
    LIMIT(17, "limit"),
    /** No secret is written into a definition. */
    SECRET(18, "secret"),
    /** Versions follow each other and never change. */
    VERSION(19, "version"),
    /** A channel definition keeps its own rules. */
    CHANNEL(20, "channel"),

    /** The vocabulary of facts is closed, and conditions use it with values that can be. */
    FACT(31, "fact"),
    /** Every condition can hold. */
    CONDITION(32, "condition"),
    /** Every rule, and every way of it, can be the first that holds. */
    SHADOWED(33, "shadowed"),
    /** A pick names schemes once, with an order, and with weights or costs where they count. */
    PICK(34, "pick"),
    /** Every scheme exists and may be used under each rule that names it. */
    SCHEME(35, "scheme"),
    /** Every institution that is named takes part in a scheme that is named. */
    FUND(36, "fund"),
    /** There is a last resort that needs no external institution. */
    LAST_RESORT(37, "last-resort"),
    /** All external institutions of a scheme but the last can take back what they have agreed to. */
    CANCEL(38, "cancel"),
    /** A product is routed by one route. */
    PRODUCT(39, "product");

    private final int number;
    private final String id;

    Rule(int number, String id) {
        this.number = number;
        this.id = id;
    }

    /** Its number on the page about flows. */
    public int number() {
        return number;
    }

    /** Its id in findings. */
    public String id() {
        return id;
    }
}
