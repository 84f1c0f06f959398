package io.jointlending.fund.route.text;

import io.jointlending.fund.flow.domain.finding.Findings;
import io.jointlending.fund.flow.domain.finding.Place;
import io.jointlending.fund.flow.domain.finding.Rule;
import io.jointlending.fund.flow.domain.tree.Tree;
import io.jointlending.fund.flow.domain.tree.ValueType;
import io.jointlending.fund.flow.text.Section;
import io.jointlending.fund.route.domain.FactType;
import io.jointlending.fund.route.domain.FundTerms;
import io.jointlending.fund.rule.domain.Allowed;
import io.jointlending.fund.rule.domain.Box;
import io.jointlending.fund.rule.domain.Numbers;
import io.jointlending.fund.rule.domain.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads conditions: for each fact a value, or bounds, or lists of values that it has or has not. */
final class ConditionReader {
    private static final FactType SHARE = new FactType(FactType.Kind.LONG, Numbers.ALL);

    private final Map<String, FactType> facts;
    private final Findings findings;

    ConditionReader(Map<String, FactType> facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    /** One condition, or a list of which one has to hold. */
    List<Box> ways(Tree when, Place place) {
        if (!(when instanceof Tree.Items items)) {
            return List.of(box(Section.of(when, place, findings), place));
        }
        List<Box> ways = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            ways.add(box(Section.of(items.items().get(i), place.at(i), findings), place.at(i)));
        }
        findings.require(!ways.isEmpty(), Rule.CONDITION, place, "a rule without a condition is 'otherwise'");
        return ways;
    }

    /** What an institution takes; {@code shareName} is its own part, the other names are facts. */
    FundTerms terms(Section accept, String shareName) {
        Map<String, Allowed> limits = new LinkedHashMap<>();
        Numbers share = Numbers.ALL;
        for (String name : accept.names()) {
            Place place = accept.place().at(name);
            Tree tree = accept.tree(name);
            if (tree == null) {
                findings.add(Rule.CONDITION, place, "a condition on " + name + " is missing");
            } else if (name.equals(shareName)) {
                share = allowed(name, SHARE, tree, place) instanceof Numbers numbers ? numbers : share;
            } else {
                limit(name, tree, place, limits);
            }
        }
        return new FundTerms(new Box(limits), share);
    }

    private Box box(Section section, Place place) {
        Map<String, Allowed> limits = new LinkedHashMap<>();
        findings.require(
                !section.names().isEmpty(), Rule.CONDITION, place, "an empty condition holds always: use 'otherwise'");
        for (String name : section.names()) {
            Tree tree = section.tree(name);
            if (tree == null) {
                findings.add(Rule.CONDITION, place.at(name), "a condition on " + name + " is missing");
            } else {
                limit(name, tree, place.at(name), limits);
            }
        }
        return new Box(limits);
    }

    private void limit(String name, Tree tree, Place place, Map<String, Allowed> limits) {
        FactType type = facts.get(name);
        if (type == null) {
            findings.add(Rule.FACT, place, "unknown fact " + name);
            return;
        }
        Allowed allowed = allowed(name, type, tree, place);
        if (allowed != null) {
            limits.put(name, allowed);
        }
    }

    private @Nullable Allowed allowed(String name, FactType type, Tree tree, Place place) {
        if (!(tree instanceof Tree.Fields fields)) {
            return values(name, type, tree, place);
        }
        Section section = Section.of(fields, place, findings).allow("gte", "gt", "lte", "lt", "in", "not");
        Allowed all = type.kind() == FactType.Kind.LONG ? Numbers.ALL : Words.ALL;
        findings.require(!section.names().isEmpty(), Rule.CONDITION, place, "a condition on " + name + " is missing");
        for (String operator : section.names()) {
            Tree operand = section.tree(operator);
            Allowed one = operand == null ? null : operation(name, type, operator, operand, place.at(operator));
            if (one != null) {
                all = all.and(one);
            }
        }
        return all;
    }

    private @Nullable Allowed operation(String name, FactType type, String operator, Tree operand, Place place) {
        if (operator.equals("in") || operator.equals("not")) {
            Allowed values = values(name, type, operand, place);
            if (values == null || operator.equals("in")) {
                return values;
            }
            return values instanceof Numbers numbers ? numbers.complement() : ((Words) values).complement();
        }
        Long bound = type.kind() == FactType.Kind.LONG
                ? (Long) ValueType.LONG.read(operand).orElse(null)
                : null;
        if (bound == null) {
            findings.add(
                    Rule.FACT,
                    place,
                    name + " is a " + type.kind().word() + ": " + operator + " cannot compare it with " + operand);
            return null;
        }
        return switch (operator) {
            case "gte" -> Numbers.between(bound, Long.MAX_VALUE);
            case "gt" -> bound == Long.MAX_VALUE ? Numbers.of() : Numbers.between(bound + 1, Long.MAX_VALUE);
            case "lte" -> Numbers.between(Long.MIN_VALUE, bound);
            case "lt" -> bound == Long.MIN_VALUE ? Numbers.of() : Numbers.between(Long.MIN_VALUE, bound - 1);
            default -> null; // reported as an unknown property
        };
    }

    /** One value or a list of values. */
    private @Nullable Allowed values(String name, FactType type, Tree tree, Place place) {
        List<Tree> written = tree instanceof Tree.Items items ? items.items() : List.of(tree);
        List<Long> numbers = new ArrayList<>();
        TreeSet<String> words = new TreeSet<>();
        boolean good = true;
        for (Tree value : written) {
            Object read = (type.kind() == FactType.Kind.LONG ? ValueType.LONG : ValueType.STRING)
                    .read(value)
                    .orElse(null);
            if (read == null) {
                findings.add(Rule.FACT, place, name + " is a " + type.kind().word() + ", " + value + " is none");
                good = false;
            } else if (!type.values().holds(read)) {
                findings.add(Rule.FACT, place, name + " is never " + value + ", it may be " + type.values());
                good = false;
            } else if (read instanceof Long number) {
                numbers.add(number);
            } else {
                words.add((String) read);
            }
        }
        if (!good) {
            return null;
        }
        return type.kind() == FactType.Kind.LONG
                ? Numbers.of(numbers.stream().mapToLong(Long::longValue).toArray())
                : Words.of(words);
    }
}
