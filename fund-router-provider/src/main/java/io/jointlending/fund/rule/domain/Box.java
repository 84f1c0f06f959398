package io.jointlending.fund.rule.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A condition on several facts at once: every one of them has to be among its allowed values. Facts that are not named may
 * have any value.
 *
 * @param limits by fact
 */
public record Box(Map<String, Allowed> limits) {
    /** No condition at all. */
    public static final Box ANY = new Box(Map.of());

    public Box {
        limits = Map.copyOf(limits);
    }

    /** Whether the condition holds for these values; a fact without a value does not fulfil it. */
    public boolean holds(Map<String, Object> facts) {
        return brokenBy(facts).isEmpty();
    }

    /** A fact, by name the first, whose value is not allowed. */
    public Optional<String> brokenBy(Map<String, Object> facts) {
        String broken = null;
        for (Map.Entry<String, Allowed> limit : limits.entrySet()) {
            Object value = facts.get(limit.getKey());
            boolean holds = value != null && limit.getValue().holds(value);
            if (!holds && (broken == null || limit.getKey().compareTo(broken) < 0)) {
                broken = limit.getKey();
            }
        }
        return Optional.ofNullable(broken);
    }

    /** A fact that can have no value at all here, so that the condition never holds. */
    public Optional<String> contradiction() {
        return limits.entrySet().stream()
                .filter(limit -> limit.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** Both conditions. */
    public Box and(Box other) {
        Map<String, Allowed> both = new LinkedHashMap<>(limits);
        other.limits.forEach((fact, allowed) -> both.merge(fact, allowed, Allowed::and));
        return new Box(both);
    }

    /** The same with one more limit. */
    public Box with(String fact, Allowed allowed) {
        return and(new Box(Map.of(fact, allowed)));
    }
}
