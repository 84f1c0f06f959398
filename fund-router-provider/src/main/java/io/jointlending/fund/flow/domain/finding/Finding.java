package io.jointlending.fund.flow.domain.finding;

/**
 * One thing that is wrong.
 *
 * @param rule rule that is broken
 * @param place where
 * @param message what is wrong, without personal data
 */
public record Finding(Rule rule, Place place, String message) {
    @Override
    public String toString() {
        return rule.id() + " at " + place + ": " + message;
    }
}
