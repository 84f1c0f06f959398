package io.jointlending.fund.flow.domain.template;

import io.jointlending.fund.flow.domain.finding.Rule;

/** An expression that cannot be read. */
final class BadExpression extends RuntimeException {
    private final transient Rule rule;

    BadExpression(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
